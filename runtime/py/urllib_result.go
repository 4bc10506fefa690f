package py

import (
	"iter"
	"strings"
)

// urlParts are the named fields of what the functions of urllib.parse find: a tuple of strings.
type urlParts struct {
	class  string
	names  string // of the fields, separated by spaces
	fields []string
}

// All iterates over the fields.
func (p *urlParts) All() iter.Seq[string] { return NewTupleOf(p.fields...).All() }

// At is p[i]; it raises IndexError.
func (p *urlParts) At(i int64) string { return NewTupleOf(p.fields...).At(i) }

// PyTypeName is the class's name.
func (p *urlParts) PyTypeName() string { return p.class }

// PyModule is "urllib.parse".
func (*urlParts) PyModule() string { return "urllib.parse" }

// PyLen is the number of fields.
func (p *urlParts) PyLen() int64 { return int64(len(p.fields)) }

// PyIter iterates over the fields.
func (p *urlParts) PyIter() iter.Seq[any] { return boxAll(p.All()) }

// PyGetItem is p[key].
func (p *urlParts) PyGetItem(key any) any { return DynGetItem(NewTupleOf(p.fields...), key) }

// PyHash is that of the tuple.
func (p *urlParts) PyHash() int64 { return NewTupleOf(p.fields...).PyHash() }

// PyEqual compares with a tuple or with the parts of another URL.
func (p *urlParts) PyEqual(other any) bool {
	if o, ok := other.(interface{ parts() *urlParts }); ok {
		other = NewTupleOf(o.parts().fields...)
	}
	return NewTupleOf(p.fields...).PyEqual(other)
}

func (p *urlParts) parts() *urlParts { return p }

// PyRepr is Class(name='…', …).
func (p *urlParts) PyRepr() string {
	var b strings.Builder
	for i, name := range strings.Fields(p.names) {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(name + "=" + Repr(p.fields[i]))
	}
	return p.class + "(" + b.String() + ")"
}

// PyGetAttr is a field by its name.
func (p *urlParts) PyGetAttr(name string) (any, bool) {
	for i, n := range strings.Fields(p.names) {
		if n == name {
			return p.fields[i], true
		}
	}
	return nil, false
}

// replaced is p with the fields that are given.
func (p *urlParts) replacedBy(given ...Opt[string]) []string {
	out := append([]string(nil), p.fields...)
	for i, g := range given {
		if g.Ok {
			out[i] = g.V
		}
	}
	return out
}

// locatedURL has a scheme and a network location, the first two fields.
type locatedURL struct{ urlParts }

// Scheme is p.scheme.
func (p *locatedURL) Scheme() string { return p.fields[0] }

// Netloc is p.netloc.
func (p *locatedURL) Netloc() string { return p.fields[1] }

// Path is p.path.
func (p *locatedURL) Path() string { return p.fields[2] }

// Query is p.query.
func (p *locatedURL) Query() string { return p.fields[len(p.fields)-2] }

// Fragment is p.fragment.
func (p *locatedURL) Fragment() string { return p.fields[len(p.fields)-1] }

// userinfo is what stands before the @.
func (p *locatedURL) userinfo() (user, password Opt[string]) {
	at := strings.LastIndexByte(p.Netloc(), '@')
	if at < 0 {
		return
	}
	name, secret, found := strings.Cut(p.Netloc()[:at], ":")
	return Some(name), Opt[string]{secret, found}
}

// Username is p.username.
func (p *locatedURL) Username() Opt[string] {
	name, _ := p.userinfo()
	return name
}

// Password is p.password.
func (p *locatedURL) Password() Opt[string] {
	_, password := p.userinfo()
	return password
}

func (p *locatedURL) hostinfo() (host, port string) {
	host = p.Netloc()[strings.LastIndexByte(p.Netloc(), '@')+1:]
	if _, bracketed, found := strings.Cut(host, "["); found {
		host, port, _ = strings.Cut(bracketed, "]")
		_, port, _ = strings.Cut(port, ":")
		return host, port
	}
	host, port, _ = strings.Cut(host, ":")
	return host, port
}

// Hostname is p.hostname, in lower case.
func (p *locatedURL) Hostname() Opt[string] {
	host, _ := p.hostinfo()
	if host == "" {
		return Nothing[string]()
	}
	name, zone, scoped := strings.Cut(host, "%")
	name = StrLower(name)
	if scoped {
		name += "%" + zone
	}
	return Some(name)
}

// Port is p.port; it raises ValueError.
func (p *locatedURL) Port() Opt[int64] {
	_, port := p.hostinfo()
	if port == "" {
		return Nothing[int64]()
	}
	n := int64(0)
	for _, c := range []byte(port) {
		if c < '0' || c > '9' {
			throwf(ValueError, "Port could not be cast to integer value as %s", Repr(port))
		}
		n = min(n*10+int64(c-'0'), 1<<20)
	}
	if n > 65535 {
		throw(ValueError, "Port out of range 0-65535")
	}
	return Some(n)
}

// SplitResult is what urlsplit gives.
type SplitResult struct{ locatedURL }

// NewSplitResult is SplitResult(scheme, netloc, path, query, fragment).
func NewSplitResult(scheme, netloc, path, query, fragment string) *SplitResult {
	fields := []string{scheme, netloc, path, query, fragment}
	return &SplitResult{locatedURL{urlParts{"SplitResult", "scheme netloc path query fragment", fields}}}
}

// Geturl is p.geturl().
func (p *SplitResult) Geturl() string { return UrllibParseUrlunsplit(p.All()) }

// Replace is p._replace(scheme=…, …).
func (p *SplitResult) Replace(scheme, netloc, path, query, fragment Opt[string]) *SplitResult {
	f := p.replacedBy(scheme, netloc, path, query, fragment)
	return NewSplitResult(f[0], f[1], f[2], f[3], f[4])
}

// ParseResult is what urlparse gives.
type ParseResult struct{ locatedURL }

// NewParseResult is ParseResult(scheme, netloc, path, params, query, fragment).
func NewParseResult(scheme, netloc, path, params, query, fragment string) *ParseResult {
	fields := []string{scheme, netloc, path, params, query, fragment}
	return &ParseResult{locatedURL{urlParts{"ParseResult", "scheme netloc path params query fragment", fields}}}
}

// Params is p.params.
func (p *ParseResult) Params() string { return p.fields[3] }

// Geturl is p.geturl().
func (p *ParseResult) Geturl() string { return UrllibParseUrlunparse(p.All()) }

// Replace is p._replace(scheme=…, …).
func (p *ParseResult) Replace(scheme, netloc, path, params, query, fragment Opt[string]) *ParseResult {
	f := p.replacedBy(scheme, netloc, path, params, query, fragment)
	return NewParseResult(f[0], f[1], f[2], f[3], f[4], f[5])
}

// DefragResult is what urldefrag gives.
type DefragResult struct{ urlParts }

// Url is p.url.
func (p *DefragResult) Url() string { return p.fields[0] }

// Fragment is p.fragment.
func (p *DefragResult) Fragment() string { return p.fields[1] }

// Geturl is p.geturl().
func (p *DefragResult) Geturl() string {
	if p.Fragment() == "" {
		return p.Url()
	}
	return p.Url() + "#" + p.Fragment()
}
