package diag

import "testing"

func TestNearest(t *testing.T) {
	stream := []string{"map", "flatMap", "flatMapValues", "filter", "reduce", "reduceByKey", "reduceByKeyAndWindow",
		"reduceByWindow", "groupByKey", "countByValue", "socketTextStream", "textFileStream", "updateStateByKey",
		"foreachRDD", "pprint", "print", "window", "join", "leftOuterJoin", "x", "id"}
	for _, c := range []struct{ name, want string }{
		{"reduceBykey", "reduceByKey"},
		{"reduce_by_key", "reduceByKey"},
		{"reducByKey", "reduceByKey"},
		{"reduceByKeys", "reduceByKey"},
		{"socketTextstream", "socketTextStream"},
		{"pritn", "print"},
		{"Print", "print"},
		{"ppirnt", "pprint"},
		{"flatmap", "flatMap"},
		{"flatMpa", "flatMap"},
		{"foreachRdd", "foreachRDD"},
		{"fliter", "filter"},
		{"mpa", "map"},
		{"X", "x"},
		{"y", ""},
		{"if", ""},
		{"groupBy", ""},
		{"collect", ""},
		{"completelyDifferent", ""},
		{"", ""},
		{"map", ""}, // what exists has no nearer name
	} {
		if got := Nearest(c.name, stream); got != c.want {
			t.Errorf("Nearest(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func TestNearestPrefersExactCase(t *testing.T) {
	if got := Nearest("Foo", []string{"fOO", "foo"}); got != "foo" {
		t.Errorf("got %q", got)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"", "ab", 2}, {"abc", "abc", 0}, {"abc", "acb", 1},
		{"ca", "abc", 3}, // optimal string alignment, not unrestricted Damerau (2)
		{"kitten", "sitting", 3}, {"日本", "本日", 1},
	} {
		if got := distance([]rune(c.a), []rune(c.b), 99); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
