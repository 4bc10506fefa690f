package py

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
)

// jsonFieldTexts are texts, right and wrong, around the paths of TestJsonFields.
var jsonFieldTexts = []string{
	`{"user":{"name":"x","id":7},"n":1}`, `{"n":1}`, `{}`, `{"user":{}}`, `{"user":null}`, `{"user":[1]}`, `{"user":"text"}`, `{"user":5,"n":-3}`,
	`[1]`, `"text"`, `12`, `null`, `true`, ``, ` `, `{`, `{"n"}`, `{"n":}`, `{"n":1,}`, `{"n":1 "m":2}`, `{n:1}`, `{"n":1}}`, `{"n":1} x`, `{"n":01}`,
	`{"n":1.5e3,"user":{"name":"é\u00e9\n\ud83d\ude00","x":[{"name":1},{}]}}`, `{"n":"a","n":"b"}`, `{"user":{"name":1},"user":{"id":2}}`,
	`{"user":{"name":1},"user":3}`, `{"user":3,"user":{"name":1}}`, `{"\u006e":5}`, `{"n":NaN}`, `{"n":-Infinity,"z":NaN}`, `{"n":123456789012345678901234567890}`,
	`{"z":123456789012345678901234567890,"n":2}`, "{\"z\":\"a\tb\"}", "{\"n\":\"a\nb\"}", `{"z":"a\qb"}`, `{"n":"a\u12"}`, `{"n":tru}`, `{"z":nul,"n":1}`,
	` { "user" : { "name" : [ 1 , 2.0 , null ] , "id" : false } , "n" : { } } `, "\ufeff{}", `{"n":1e5}`, `{"n":-0}`, `{"n":-}`, `{"n":999999999999999999}`,
	`{"n":9223372036854775807}`, `{"n":1.}`, `{"n":.5}`, `{"n":1e}`, `{"z":1e+,"n":1}`, `{"z":-01}`, `{"z":"unended`, `{"z":"\`, `{"z":[1,]}`, `{"z":[[[[]]]],"n":0}`,
	`{"user":{"name":{"a":{"b":1}}}}`, `{"a long key of many bytes \" with a quote":1,"n":"a long value of many bytes \\ with a backslash"}`, `{"n":""}`, `{"":{"":1}}`,
}

// What a record of fields says is what the whole value says, also what it raises.
func TestJsonFields(t *testing.T) {
	fields := NewJsonFields([]string{"user", "name"}, []string{"n"}, []string{"user", "id"})
	for _, text := range jsonFieldTexts {
		compareFields(t, fields, text)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20000 { // damaged texts
		b := []byte(jsonFieldTexts[rnd.IntN(len(jsonFieldTexts))])
		for range 1 + rnd.IntN(2) {
			if len(b) == 0 {
				break
			}
			if i := rnd.IntN(len(b)); rnd.IntN(3) == 0 {
				b = append(b[:i], b[i+1:]...)
			} else {
				b[i] = `{}[]":,\ 1en`[rnd.IntN(12)]
			}
		}
		compareFields(t, fields, string(b))
	}
}

func compareFields(t *testing.T, fields *JsonFields, text string) {
	t.Helper()
	get := func(v any, key string) any { return DynGetItem(v, key) }
	cases := []struct {
		name  string
		whole func(v any) any
		part  func(r *JsonRecord) any
	}{
		{`["user"]["name"]`, func(v any) any { return get(get(v, "user"), "name") }, func(r *JsonRecord) any { return r.At(0) }},
		{`["n"]`, func(v any) any { return get(v, "n") }, func(r *JsonRecord) any { return r.At(1) }},
		{`["user"].get("id", 5)`, func(v any) any { return DynCallMethod(get(v, "user"), "get", "id", int64(5)) }, func(r *JsonRecord) any { return r.Get(2, int64(5)) }},
		{`.get("n", None)`, func(v any) any { return DynCallMethod(v, "get", "n", None) }, func(r *JsonRecord) any { return r.Get(1, None) }},
		{`"n" in`, func(v any) any { return DynContains(v, "n") }, func(r *JsonRecord) any { return r.Has(1) }},
		{`"id" in ["user"]`, func(v any) any { return DynContains(get(v, "user"), "id") }, func(r *JsonRecord) any { return r.Has(2) }},
	}
	show := func(f func() any) (out string) {
		if e := Try(func() { out = Repr(f()) }); e != nil {
			return e.Class.Name + ": " + e.Error()
		}
		return out
	}
	for _, c := range cases {
		want := show(func() any { return c.whole(JsonLoads(text)) })
		got := show(func() any { r := fields.Read(text); return c.part(&r) })
		if got != want {
			t.Errorf("%s of %q: %s, want %s", c.name, text, got, want)
		}
	}
}

// BenchmarkJsonField takes one field of an object: by encoding/json into a struct and a map, by json.loads, and as a field alone.
func BenchmarkJsonField(b *testing.B) {
	var lines []string
	for i := range 1000 {
		lines = append(lines, fmt.Sprintf(`{"id":%d,"user":{"name":"user%d","country":"de","tags":["a","b"]},"kind":"click","value":%d.5,"url":"http://example.com/a/b/%d?q=1","ok":true}`, i, i%97, i, i))
	}
	fields := NewJsonFields([]string{"user", "name"})
	for _, way := range []struct {
		name string
		get  func(string) string
	}{
		{"struct", func(l string) string {
			var v struct{ User struct{ Name string } }
			if json.Unmarshal([]byte(l), &v) != nil {
				b.Fatal(l)
			}
			return v.User.Name
		}},
		{"loads", func(l string) string { return DynGetItem(DynGetItem(JsonLoads(l), "user"), "name").(string) }},
		{"fields", func(l string) string { return fields.Pick(l).(string) }},
	} {
		b.Run(way.name, func(b *testing.B) {
			for b.Loop() {
				for _, l := range lines {
					if way.get(l) == "" {
						b.Fatal(l)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(lines)), "ns/line")
		})
	}
}
