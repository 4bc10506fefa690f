package api_test

import (
	"testing"

	"github.com/dstreamc/dstreamc/lang/api"
)

func TestDeclarationsLoad(t *testing.T) {
	ix := api.Load()
	for _, name := range []string{"str", "list", "DStream", "RDD", "StreamingContext"} {
		c := ix.Classes[name]
		if c == nil || len(c.Members) == 0 {
			t.Errorf("class %s is not declared", name)
		}
	}
	if o, _ := ix.Lookup(ix.Classes["DStream"], "reduceByKey"); o == nil || !o.Funcs[0].Combine {
		t.Errorf("DStream.reduceByKey is not declared as a combine")
	}
	if m, ok := ix.Modules["pyspark.streaming.dstream"].Members["DStream"].(*api.Class); !ok || m != ix.Classes["DStream"] {
		t.Errorf("pyspark.streaming.dstream does not export DStream")
	}
}
