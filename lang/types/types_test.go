package types_test

import (
	"testing"

	"github.com/dstreamc/dstreamc/lang/types"
)

func TestJoin(t *testing.T) {
	list := func(e types.Type) types.Type { return types.List(e) }
	tests := []struct {
		a, b types.Type
		want string
	}{
		{types.Int, types.Int, "int"},
		{types.Int, types.Float, "Any"}, // 3 and 3.0 print differently
		{types.Int, types.Bool, "Any"},
		{types.Int, types.None, "int | None"},
		{types.None, types.None, "None"},
		{types.Optional(types.Str), types.None, "str | None"},
		{types.Optional(types.Str), types.Str, "str | None"},
		{types.Optional(types.Str), types.Int, "Any"},
		{types.Never, types.Str, "str"},
		{types.Bad, types.Str, "str"},
		{types.None, types.Bad, "<error>"},
		{types.Bad, types.Never, "<error>"},
		{types.Tuple(types.Int, types.None), types.Tuple(types.Int, types.Str), "tuple[int, str | None]"},
		{types.Tuple(types.Int), types.Tuple(types.Int, types.Int), "Any"},
		{list(types.Int), list(types.Int), "list[int]"},
		{list(types.Int), list(types.Str), "Any"}, // a shared list cannot change its elements
		{list(types.Int), list(&types.Var{}), "list[int]"},
		{list(&types.Var{Bound: types.Int}), list(&types.Var{Bound: types.Str}), "list[Any]"}, // displays can
		{types.Dict(types.Str, types.Int), types.None, "dict[str, int] | None"},
	}
	for _, tt := range tests {
		a, b := tt.a.String(), tt.b.String()
		if got := types.Join(tt.a, tt.b).String(); got != tt.want {
			t.Errorf("Join(%s, %s) = %s, want %s", a, b, got, tt.want)
		}
	}
}

func TestBindItself(t *testing.T) {
	v := &types.Var{}
	if got := types.Bind(v, types.List(v)); !types.IsAny(got) {
		t.Errorf("a list that holds itself has elements of type %s, want Any", got)
	}
}
