package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	v1 "github.com/crossplane/crossplane/apis/v2/apiextensions/v1"
	documents "k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/utils/ptr"
	"sigs.k8s.io/yaml"
)

// An owner reference without a UID is rejected, and an XRD gets a UID only when it is stored.
const storedUID = "00000000-0000-0000-0000-000000000000"

// read returns the XRDs of a YAML file; another kind, an unknown field or a file without any is an error.
func read(file string) ([]*v1.CompositeResourceDefinition, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var xrds []*v1.CompositeResourceDefinition
	reader := documents.NewYAMLReader(bufio.NewReader(bytes.NewReader(text)))
	for {
		document, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		xrd, err := parse(document)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if xrd != nil {
			xrds = append(xrds, xrd)
		}
	}
	if len(xrds) == 0 {
		return nil, fmt.Errorf("%s: no %s in it", file, v1.CompositeResourceDefinitionKind)
	}
	return xrds, nil
}

// parse returns the XRD in one document, or nil if the document contains only comments. Both API versions fit one Go type: v2 differs
// by the default of its scope.
func parse(document []byte) (*v1.CompositeResourceDefinition, error) {
	var content map[string]any
	if err := yaml.Unmarshal(document, &content); err != nil || len(content) == 0 {
		return nil, err
	}
	xrd := &v1.CompositeResourceDefinition{}
	if content["kind"] != v1.CompositeResourceDefinitionKind {
		return nil, fmt.Errorf("kind must be %s; got %v", v1.CompositeResourceDefinitionKind, content["kind"])
	}
	if err := yaml.UnmarshalStrict(document, xrd); err != nil {
		return nil, err
	}
	xrd.UID = storedUID
	switch xrd.APIVersion {
	case v1.Group + "/v1":
	case v1.Group + "/v2":
		if xrd.Spec.Scope == nil {
			xrd.Spec.Scope = ptr.To(v1.CompositeResourceScopeNamespaced)
		}
	default:
		return nil, fmt.Errorf("apiVersion must be %s/v1 or v2; got %s", v1.Group, xrd.APIVersion)
	}
	return xrd, nil
}
