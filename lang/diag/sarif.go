package diag

import (
	"io"
	"net/url"
	"path/filepath"
	"sort"
	"strings"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// The part of SARIF 2.1.0 (OASIS, 2020) that WriteSARIF writes.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string       `json:"id"`
		ShortDescription sarifMessage `json:"shortDescription"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID           string          `json:"ruleId"`
		RuleIndex        int             `json:"ruleIndex"`
		Level            string          `json:"level"`
		Message          sarifMessage    `json:"message"`
		Locations        []sarifLocation `json:"locations"`
		RelatedLocations []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		PhysicalLocation sarifPhysical `json:"physicalLocation"`
		Message          *sarifMessage `json:"message,omitempty"`
	}
	sarifPhysical struct {
		ArtifactLocation sarifArtifact `json:"artifactLocation"`
		Region           sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)

// descriptions say in SARIF what the codes of a kind are about.
var descriptions = map[Kind]string{
	Syntax:      "The script is not valid Python.",
	Name:        "A name, method, module or argument is not known.",
	Type:        "An operation is certain to fail with these types.",
	Usage:       "The streaming API is misused.",
	Unsupported: "Valid Python or Spark that dstreamc does not support.",
	Warning:     "The script compiles, but probably does not do what is meant.",
}

// WriteSARIF writes the diagnostics as a SARIF 2.1.0 log with one run, of the given version
// of the compiler ("" leaves it out). Names of sources become relative URIs, absolute paths
// file: URIs. Notes without a place and the
// hint stand behind the message.
func WriteSARIF(w io.Writer, version string, lists ...*List) error {
	rules, index := sarifRules(lists)
	results := []sarifResult{}
	for _, l := range lists {
		for _, d := range l.Items {
			r := sarifResult{
				RuleID: d.Code, RuleIndex: index[d.Code], Level: d.Kind.severity(), Message: sarifMessage{d.Msg},
				Locations: []sarifLocation{sarifAt(l.Source, d.Span)},
			}
			for _, n := range d.Notes {
				if n.Span == (syntax.Span{}) {
					r.Message.Text += "\nnote: " + n.Msg
					continue
				}
				related := sarifAt(l.Source, n.Span)
				related.Message = &sarifMessage{n.Msg}
				r.RelatedLocations = append(r.RelatedLocations, related)
			}
			if d.Hint != "" {
				r.Message.Text += "\nhint: " + d.Hint
			}
			results = append(results, r)
		}
	}
	return writeIndented(w, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool: sarifTool{sarifDriver{
				Name: "dstreamc", Version: version, InformationURI: "https://github.com/dstreamc/dstreamc", Rules: rules}},
			ColumnKind: "unicodeCodePoints",
			Results:    results,
		}},
	})
}

// sarifRules lists the codes that occur, in order, and the index of each.
func sarifRules(lists []*List) ([]sarifRule, map[string]int) {
	kinds := map[string]Kind{}
	for _, l := range lists {
		for _, d := range l.Items {
			kinds[d.Code] = d.Kind
		}
	}
	rules := []sarifRule{}
	for code, kind := range kinds {
		rules = append(rules, sarifRule{code, sarifMessage{descriptions[kind]}})
	}
	sort.Slice(rules, func(i, j int) bool { return rules[i].ID < rules[j].ID })
	index := map[string]int{}
	for i, r := range rules {
		index[r.ID] = i
	}
	return rules, index
}

// sarifAt is the location of a span.
func sarifAt(src *syntax.Source, at syntax.Span) sarifLocation {
	p := placeOf(src, at)
	u := url.URL{Path: filepath.ToSlash(p.src.Name)}
	if strings.HasPrefix(u.Path, "/") {
		u.Scheme = "file"
	}
	return sarifLocation{PhysicalLocation: sarifPhysical{
		sarifArtifact{u.String()}, sarifRegion{p.line, p.col, p.endLine, p.endCol}}}
}
