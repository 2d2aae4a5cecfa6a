package main

import (
	"encoding/binary"
	"fmt"
	"os"
)

// read returns the requests in a file: each is preceded by its length, four bytes with the most significant first.
func read(file string) ([][]byte, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var requests [][]byte
	for len(data) > 0 {
		if len(data) < 4 || len(data)-4 < int(binary.BigEndian.Uint32(data)) {
			return nil, fmt.Errorf("%s ends within a request", file)
		}
		end := 4 + int(binary.BigEndian.Uint32(data))
		requests = append(requests, data[4:end])
		data = data[end:]
	}
	if len(requests) == 0 {
		return nil, fmt.Errorf("%s has no requests", file)
	}
	return requests, nil
}
