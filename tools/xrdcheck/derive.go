package main

import (
	"context"

	"github.com/crossplane/crossplane-runtime/v2/pkg/xcrd"
	v1 "github.com/crossplane/crossplane/apis/v2/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	extv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation"
)

type derivation func(*v1.CompositeResourceDefinition) (*extv1.CustomResourceDefinition, error)

// kinds returns how to derive each kind that an XRD defines: the composite resource and, if it is offered, the claim.
func kinds(xrd *v1.CompositeResourceDefinition) []derivation {
	if xrd.Spec.ClaimNames == nil {
		return []derivation{xcrd.ForCompositeResource}
	}
	return []derivation{xcrd.ForCompositeResource, xcrd.ForCompositeResourceClaim}
}

// store sets the fields that the API server sets before validation.
func store(crd *extv1.CustomResourceDefinition) {
	extv1.SetDefaults_CustomResourceDefinition(crd)
	extv1.SetDefaults_CustomResourceDefinitionSpec(&crd.Spec)
	crd.Status.StoredVersions = []string{}
	for _, version := range crd.Spec.Versions {
		if version.Storage {
			crd.Status.StoredVersions = append(crd.Status.StoredVersions, version.Name)
		}
	}
}

// validate returns the errors for which the API server would reject a CRD.
func validate(crd *extv1.CustomResourceDefinition) []string {
	internal := &apiextensions.CustomResourceDefinition{}
	if err := extv1.Convert_v1_CustomResourceDefinition_To_apiextensions_CustomResourceDefinition(crd, internal, nil); err != nil {
		return []string{err.Error()}
	}
	var wrong []string
	for _, err := range validation.ValidateCustomResourceDefinition(context.Background(), internal) {
		wrong = append(wrong, err.Error())
	}
	return wrong
}
