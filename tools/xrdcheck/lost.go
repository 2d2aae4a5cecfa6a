package main

import (
	"encoding/json"
	"fmt"
	"slices"

	v1 "github.com/crossplane/crossplane/apis/v2/apiextensions/v1"
	extv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
)

// lost returns the parts of an XRD's schemas that its CRD does not contain: Crossplane and the API server silently drop them,
// so a rule or a type in the XRD would never be enforced.
func lost(xrd *v1.CompositeResourceDefinition, crd *extv1.CustomResourceDefinition) []string {
	var wrong []string
	for i, version := range xrd.Spec.Versions {
		if version.Schema == nil {
			continue
		}
		written, err := plain(version.Schema.OpenAPIV3Schema)
		if err != nil {
			return []string{err.Error()}
		}
		kept, err := plain(crd.Spec.Versions[i].Schema.OpenAPIV3Schema)
		if err != nil {
			return []string{err.Error()}
		}
		at := fmt.Sprintf("spec.versions[%d].schema.openAPIV3Schema", i)
		wrong = append(wrong, missing(written, kept, at)...)
	}
	slices.Sort(wrong)
	return wrong
}

// plain returns a schema as maps, lists and scalars.
func plain(schema any) (any, error) {
	text, err := json.Marshal(schema)
	if err != nil {
		return nil, err
	}
	var value any
	return value, json.Unmarshal(text, &value)
}

// missing returns the paths in `written` that are not in `kept`. A list is compared item by item only if both lists have the same
// length, because Crossplane adds names to `required`.
func missing(written, kept any, at string) []string {
	switch value := written.(type) {
	case map[string]any:
		found, _ := kept.(map[string]any)
		var wrong []string
		for key, item := range value {
			if other, ok := found[key]; ok {
				wrong = append(wrong, missing(item, other, at+"."+key)...)
			} else if !empty(item) {
				wrong = append(wrong, fmt.Sprintf("%s.%s: dropped, it would have no effect", at, key))
			}
		}
		return wrong
	case []any:
		found, _ := kept.([]any)
		var wrong []string
		for i := range min(len(value), len(found)) {
			if len(value) == len(found) {
				wrong = append(wrong, missing(value[i], found[i], fmt.Sprintf("%s[%d]", at, i))...)
			}
		}
		return wrong
	default:
		return nil
	}
}

// empty reports whether leaving out a value has the same meaning as writing it.
func empty(value any) bool {
	switch value := value.(type) {
	case nil:
		return true
	case bool:
		return !value
	case map[string]any:
		return len(value) == 0
	case []any:
		return len(value) == 0
	default:
		return false
	}
}
