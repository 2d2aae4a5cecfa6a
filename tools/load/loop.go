package main

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
)

const method = "/apiextensions.fn.proto.v1.FunctionRunnerService/RunFunction"

const patience = time.Minute

// limit ends a loop after a number of calls, or after a time.
type limit struct {
	calls int
	time  time.Duration
}

// run returns how long each call took, in no order, or the first error.
func run(connection *grpc.ClientConn, requests [][]byte, callers int, until limit) ([]time.Duration, error) {
	var next atomic.Int64
	end := time.Now().Add(until.time)
	going := func(number int) bool {
		if until.calls > 0 {
			return number < until.calls
		}
		return time.Now().Before(end)
	}
	latencies, errors := make([][]time.Duration, callers), make([]error, callers)
	var group sync.WaitGroup
	for caller := range callers {
		group.Go(func() {
			for {
				number := int(next.Add(1)) - 1
				if !going(number) {
					return
				}
				started := time.Now()
				if errors[caller] = call(connection, requests[number%len(requests)]); errors[caller] != nil {
					return
				}
				latencies[caller] = append(latencies[caller], time.Since(started))
			}
		})
	}
	group.Wait()
	for _, err := range errors {
		if err != nil {
			return nil, err
		}
	}
	return slices.Concat(latencies...), nil
}

func call(connection *grpc.ClientConn, request []byte) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var response []byte
	return connection.Invoke(ctx, method, &request, &response)
}
