// Command kstatus prints the status that Flux computes for an object. For each YAML or JSON document on standard input, it
// prints a line of JSON with the status and the message of the kstatus library.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/cli-utils/pkg/kstatus/status"
)

const lookahead = 4096 // bytes, to tell JSON from YAML

// verdict is the result for one object.
type verdict struct {
	Status  string `json:"status"`
	Message string `json:"message"`
}

func main() {
	if len(os.Args) > 1 {
		fail(errors.New("usage: kstatus < FILE\nexit status: 0 printed; 2 not an object, or the usage"))
	}
	if err := run(os.Stdin, os.Stdout); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(2)
}

func run(input io.Reader, output io.Writer) error {
	documents, lines := yaml.NewYAMLOrJSONDecoder(input, lookahead), json.NewEncoder(output)
	for count := 0; ; count++ {
		object := &unstructured.Unstructured{}
		err := documents.Decode(object)
		if errors.Is(err, io.EOF) {
			return nothing(count)
		}
		if err != nil {
			return fmt.Errorf("document %d: %w", count+1, err)
		}
		computed, err := status.Compute(object)
		if err != nil {
			return fmt.Errorf("document %d: %w", count+1, err)
		}
		if err := lines.Encode(verdict{Status: computed.Status.String(), Message: computed.Message}); err != nil {
			return err
		}
	}
}

func nothing(count int) error {
	if count == 0 {
		return errors.New("no object")
	}
	return nil
}
