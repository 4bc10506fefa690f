package py

// addModules adds the operations of record.py's section on modules.
func addModules(ops map[string]func(a []any) any) {
	for name, f := range map[string]func(float64) float64{
		"sqrt": MathSqrt, "exp": MathExp, "log": MathLog, "log10": MathLog10, "log2": MathLog2, "sin": MathSin, "cos": MathCos, "tan": MathTan,
		"asin": MathAsin, "acos": MathAcos, "atan": MathAtan, "fabs": MathFabs, "degrees": MathDegrees, "radians": MathRadians,
	} {
		ops["math."+name] = func(a []any) any { return f(AsFloat(a[0])) }
	}
	for name, f := range map[string]func(float64) int64{"floor": MathFloor, "ceil": MathCeil, "trunc": MathTrunc} {
		ops["math."+name] = func(a []any) any { return f(AsFloat(a[0])) }
	}
	ops["math.isnan"] = func(a []any) any { return MathIsnan(AsFloat(a[0])) }
	ops["math.isinf"] = func(a []any) any { return MathIsinf(AsFloat(a[0])) }
	hypot := func(x, y float64) float64 { return MathHypot(x, y) }
	for name, f := range map[string]func(x, y float64) float64{"pow": MathPow, "atan2": MathAtan2, "fmod": MathFmod, "hypot": hypot, "copysign": MathCopysign} {
		ops["math."+name] = func(a []any) any { return f(AsFloat(a[0]), AsFloat(a[1])) }
	}
	gcd := func(x, y int64) int64 { return MathGcd(x, y) }
	lcm := func(x, y int64) int64 { return MathLcm(x, y) }
	for name, f := range map[string]func(x, y int64) int64{"gcd": gcd, "lcm": lcm, "comb": MathComb, "perm": MathPerm} {
		ops["math."+name] = func(a []any) any { return f(AsInt(a[0]), AsInt(a[1])) }
	}
	ops["math.factorial"] = func(a []any) any { return MathFactorial(AsInt(a[0])) }
	ops["math.isqrt"] = func(a []any) any { return MathIsqrt(AsInt(a[0])) }
	ops["math.fsum"] = func(a []any) any { return MathFsum(MapSeq(AsFloat, Elems(a[0]))) }
	ops["json.loads"] = func(a []any) any { return JsonLoads(AsStr(a[0])) }
	ops["json.dumps"] = func(a []any) any { return JsonDumps(a[0]) }
	ops["json.dumps4"] = func(a []any) any {
		return JsonDumpsWith(a[0], false, AsBool(a[2]), true, true, a[1], None, nil, AsBool(a[3]))
	}
	ops["json.dumpsep"] = func(a []any) any {
		return JsonDumpsWith(a[0], false, true, true, true, None, T2(",", ":"), nil, false)
	}
	ops["datetime"] = showDateTime
	ops["strptime"] = func(a []any) any { return Str(DateTimeStrptime(AsStr(a[0]), AsStr(a[1]))) }
	ops["fromisoformat"] = func(a []any) any { return Repr(Str(DateTimeFromisoformat(AsStr(a[0])))) }
	ops["timedelta"] = func(a []any) any {
		t := NewTimeDelta(AsFloat(a[0]), AsFloat(a[1]), AsFloat(a[2]), 0, 0, 0, 0)
		return NewList[any](Str(t), Repr(t), t.TotalSeconds(), Hash(t))
	}
	for name, f := range map[string]func(string) any{
		"basename": func(p string) any { return OsPathBasename(p) },
		"dirname":  func(p string) any { return OsPathDirname(p) },
		"splitext": func(p string) any { return OsPathSplitext(p) },
		"split":    func(p string) any { return OsPathSplit(p) },
		"normpath": func(p string) any { return OsPathNormpath(p) },
		"isabs":    func(p string) any { return OsPathIsabs(p) },
	} {
		ops["os.path."+name] = func(a []any) any { return f(AsStr(a[0])) }
	}
	ops["os.path.join"] = func(a []any) any { return OsPathJoin(AsStr(a[0]), AsStr(a[1])) }
}

func showDateTime(a []any) any {
	f := make([]int64, 7)
	for i, x := range a {
		f[i] = AsInt(x)
	}
	d := NewDateTime(f[0], f[1], f[2], f[3], f[4], f[5], f[6])
	text := d.Strftime("%Y-%m-%d %H:%M:%S.%f|%y %j %a %A %b %B %p %I %w %U %W %V %G %u %% %c %x %X %e %D %F %T %R")
	return NewList[any](Str(d), Repr(d), d.Isoformat("T"), Str(d.Date()), d.Weekday(), Hash(d), Hash(d.Date()), text,
		NewList(DateTimeTimetuple(d).Raw()[:8]...))
}
