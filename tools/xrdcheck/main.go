// Command xrdcheck validates XRDs without a cluster: it derives their CRDs with Crossplane's own code and validates the CRDs
// with the API server's own code. Neither Crossplane's admission nor `crossplane resource validate` does this. With -admit, it judges
// documents of the kinds that the XRDs define as the API server would.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	v1 "github.com/crossplane/crossplane/apis/v2/apiextensions/v1"
	"sigs.k8s.io/yaml"
)

const (
	clean    = 0
	findings = 1
	unusable = 2
	usage    = "usage: xrdcheck [-crds] [-admit DOCUMENTS] FILE...\nexit status: 0 clean; 1 findings, one per line; 2 a file or the usage"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("xrdcheck", flag.ContinueOnError)
	flags.SetOutput(stderr)
	crds := flags.Bool("crds", false, "print the derived CRDs as YAML, as the API server stores them")
	documents := flags.String("admit", "", "print, for each JSON document of this file, a list of the errors of the API server")
	flags.Usage = func() {
		fmt.Fprintln(stderr, usage)
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return unusable
	}
	if flags.NArg() == 0 {
		flags.Usage()
		return unusable
	}
	status := clean
	var defined []*v1.CompositeResourceDefinition
	for _, file := range flags.Args() {
		xrds, err := read(file)
		if err != nil {
			fmt.Fprintln(stderr, err)
			status = unusable
			continue
		}
		defined = append(defined, xrds...)
		for _, xrd := range xrds {
			for _, finding := range judge(xrd, *crds, stdout) {
				fmt.Fprintf(stderr, "%s: %s\n", file, finding)
				status = max(status, findings)
			}
		}
	}
	if *documents != "" && status == clean {
		if err := admit(*documents, defined, stdout); err != nil {
			fmt.Fprintln(stderr, err)
			status = unusable
		}
	}
	return status
}

// judge returns the errors of one XRD and, if requested, prints the CRDs that Crossplane derives from it.
func judge(xrd *v1.CompositeResourceDefinition, print bool, stdout io.Writer) []string {
	var wrong []string
	for _, kind := range kinds(xrd) {
		crd, err := kind(xrd)
		if err != nil {
			wrong = append(wrong, fmt.Sprintf("%s: %v", xrd.GetName(), err))
			continue
		}
		store(crd)
		for _, e := range append(validate(crd), lost(xrd, crd)...) {
			wrong = append(wrong, fmt.Sprintf("%s: %s", crd.GetName(), e))
		}
		if text, err := yaml.Marshal(crd); err != nil {
			wrong = append(wrong, fmt.Sprintf("%s: %v", crd.GetName(), err))
		} else if print {
			fmt.Fprintf(stdout, "---\n%s", text)
		}
	}
	return wrong
}
