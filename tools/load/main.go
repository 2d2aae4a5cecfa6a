// Command load calls a function in a closed loop for some time, or some number of calls, and prints what that cost.
//
// Each caller sends the next request as soon as it has its response. All use one connection, as Crossplane does.
// Requests and responses stay bytes, so that this program takes little of the processor.
package main

import (
	"encoding/json"
	"flag"
	"log"
	"os"
	"time"
)

func main() {
	address := flag.String("address", "", "where the function listens")
	certificates := flag.String("certs", "", "folder with client.crt, client.key and ca.crt; empty for no TLS")
	pid := flag.Int("pid", 0, "process of the function")
	file := flag.String("requests", "", "file with the requests, each after its length in four bytes")
	callers := flag.Int("callers", 1, "calls in flight")
	seconds := flag.Float64("seconds", 1.5, "how long")
	calls := flag.Int("calls", 0, "how many calls, instead of -seconds")
	warmup := flag.Int("warmup", 20, "calls before the measurement begins")
	flag.Parse()
	log.SetFlags(0)
	log.SetPrefix("load: ")

	requests, err := read(*file)
	check(err)
	connection, err := dial(*address, *certificates)
	check(err)
	defer connection.Close()
	_, err = run(connection, requests, *callers, limit{calls: *warmup})
	check(err)
	until := limit{calls: *calls}
	if *calls == 0 {
		until = limit{time: time.Duration(*seconds * float64(time.Second))}
	}
	result, err := measured(*pid, func() ([]time.Duration, error) {
		return run(connection, requests, *callers, until)
	})
	check(err)
	check(json.NewEncoder(os.Stdout).Encode(result))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
