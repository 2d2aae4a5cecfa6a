package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	v1 "github.com/crossplane/crossplane/apis/v2/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	extv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	metavalidation "k8s.io/apimachinery/pkg/api/validation"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
)

// kind is what the API server needs to judge the objects of one CRD.
type kind struct {
	structural *schema.Structural
	values     validation.SchemaValidator
	rules      *cel.Validator
}

// admit prints, for each JSON document of a file, a JSON list of the errors for which the API server would reject it; it returns an
// error if a document is of no kind that the XRDs define.
func admit(file string, xrds []*v1.CompositeResourceDefinition, stdout io.Writer) error {
	kinds, err := judges(xrds)
	if err != nil {
		return err
	}
	stream, err := os.Open(file)
	if err != nil {
		return err
	}
	defer stream.Close()
	documents := json.NewDecoder(bufio.NewReader(stream))
	out := json.NewEncoder(stdout)
	for {
		var text json.RawMessage
		if err := documents.Decode(&text); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		object := &unstructured.Unstructured{}
		if _, _, err := unstructured.UnstructuredJSONScheme.Decode(text, nil, object); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		judge, ok := kinds[object.GroupVersionKind().String()]
		if !ok {
			return fmt.Errorf("%s: no XRD defines %s", file, object.GroupVersionKind())
		}
		if err := out.Encode(judge.errors(object)); err != nil {
			return err
		}
	}
}

// judges returns what judges the objects of each kind of the XRDs.
func judges(xrds []*v1.CompositeResourceDefinition) (map[string]*kind, error) {
	found := map[string]*kind{}
	for _, xrd := range xrds {
		for _, derive := range kinds(xrd) {
			crd, err := derive(xrd)
			if err != nil {
				return nil, err
			}
			for _, version := range crd.Spec.Versions {
				judge, err := newKind(version.Schema.OpenAPIV3Schema)
				if err != nil {
					return nil, fmt.Errorf("%s: %w", crd.GetName(), err)
				}
				found[fmt.Sprintf("%s/%s, Kind=%s", crd.Spec.Group, version.Name, crd.Spec.Names.Kind)] = judge
			}
		}
	}
	return found, nil
}

func newKind(properties *extv1.JSONSchemaProps) (*kind, error) {
	internal := &apiextensions.JSONSchemaProps{}
	if err := extv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(properties, internal, nil); err != nil {
		return nil, err
	}
	structural, err := schema.NewStructural(internal)
	if err != nil {
		return nil, err
	}
	values, _, err := validation.NewSchemaValidator(internal)
	if err != nil {
		return nil, err
	}
	return &kind{structural, values, cel.NewValidator(structural, true, celconfig.PerCallLimit)}, nil
}

// errors returns why the API server would reject an object. Rules are evaluated only if all values fit the schema, as in the API server.
func (k *kind) errors(object *unstructured.Unstructured) []string {
	found := []string{}
	pruned := runtime.DeepCopyJSON(object.Object)
	strict := schema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	for _, path := range pruning.PruneWithOptions(pruned, k.structural, true, strict) {
		found = append(found, fmt.Sprintf("%s: unknown field", path))
	}
	namespaced := object.GetNamespace() != ""
	for _, err := range metavalidation.ValidateObjectMetaAccessor(object, namespaced, metavalidation.NameIsDNSSubdomain, nil) {
		found = append(found, "metadata."+err.Error())
	}
	invalid := validation.ValidateCustomResource(nil, object.Object, k.values)
	invalid = append(invalid, listtype.ValidateListSetsAndMaps(nil, k.structural, object.Object)...)
	if len(invalid) == 0 {
		budget := int64(celconfig.RuntimeCELCostBudget)
		invalid, _ = k.rules.Validate(context.Background(), nil, k.structural, object.Object, nil, budget)
	}
	for _, err := range invalid {
		found = append(found, err.Error())
	}
	return found
}
