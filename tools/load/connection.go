package main

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

const largest = 64 << 20

// raw is a codec that leaves messages as bytes.
type raw struct{}

func (raw) Name() string { return "proto" }

func (raw) Marshal(message any) ([]byte, error) {
	data, ok := message.(*[]byte)
	if !ok {
		return nil, fmt.Errorf("cannot send %T", message)
	}
	return *data, nil
}

func (raw) Unmarshal(data []byte, message any) error {
	into, ok := message.(*[]byte)
	if !ok {
		return fmt.Errorf("cannot receive %T", message)
	}
	*into = data
	return nil
}

// dial returns a connection; it is made by the first call.
func dial(address, certificates string) (*grpc.ClientConn, error) {
	security := insecure.NewCredentials()
	if certificates != "" {
		config, err := mutual(certificates)
		if err != nil {
			return nil, err
		}
		security = credentials.NewTLS(config)
	}
	return grpc.NewClient("passthrough:"+address,
		grpc.WithTransportCredentials(security),
		grpc.WithDefaultCallOptions(
			grpc.ForceCodec(raw{}), grpc.MaxCallRecvMsgSize(largest), grpc.MaxCallSendMsgSize(largest),
		),
	)
}

func mutual(folder string) (*tls.Config, error) {
	own, err := tls.LoadX509KeyPair(filepath.Join(folder, "client.crt"), filepath.Join(folder, "client.key"))
	if err != nil {
		return nil, err
	}
	authority, err := os.ReadFile(filepath.Join(folder, "ca.crt"))
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(authority) {
		return nil, errors.New("ca.crt has no certificate")
	}
	return &tls.Config{Certificates: []tls.Certificate{own}, RootCAs: pool, ServerName: "localhost"}, nil
}
