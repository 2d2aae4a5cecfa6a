// Command empty-function serves a composition function that does nothing: what the Go SDK itself costs.
package main

import (
	"context"
	"flag"
	"log"

	"github.com/crossplane/function-sdk-go"
	fnv1 "github.com/crossplane/function-sdk-go/proto/v1"
	"github.com/crossplane/function-sdk-go/response"
)

type empty struct {
	fnv1.UnimplementedFunctionRunnerServiceServer
}

// RunFunction returns the desired state and the context of the request, as every function must.
func (empty) RunFunction(_ context.Context, request *fnv1.RunFunctionRequest) (*fnv1.RunFunctionResponse, error) {
	return response.To(request, response.DefaultTTL), nil
}

func main() {
	address := flag.String("address", ":9443", "where to listen")
	certificates := flag.String("tls-certs-dir", "", "folder with tls.crt, tls.key and ca.crt")
	insecure := flag.Bool("insecure", false, "serve without TLS")
	flag.Parse()
	log.Fatal(function.Serve(empty{},
		function.Listen("tcp", *address),
		function.MTLSCertificates(*certificates),
		function.Insecure(*insecure),
		function.WithMetricsServer(""), // so that several can run at once
	))
}
