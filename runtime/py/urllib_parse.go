package py

import (
	"iter"
	"strings"
)

// What schemes allow, as lists of them between spaces; the empty scheme is a double space.
const (
	relativeSchemes = "  ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws wss "
	netlocSchemes   = "  ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync svn svn+ssh sftp nfs git git+ssh ws wss "
	paramsSchemes   = "  ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel "
)

func schemeIn(list, scheme string) bool { return strings.Contains(list, " "+scheme+" ") }

// UrllibParseUrlsplit is urllib.parse.urlsplit(url, scheme, allow_fragments); it raises ValueError.
func UrllibParseUrlsplit(url, scheme string, allowFragments bool) *SplitResult {
	const control = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f "
	unsafe := strings.NewReplacer("\t", "", "\r", "", "\n", "")
	url = unsafe.Replace(strings.TrimLeft(url, control))
	scheme = unsafe.Replace(strings.Trim(scheme, control))
	if i := strings.IndexByte(url, ':'); i > 0 && isLetter(url[0]) && validScheme(url[:i]) {
		scheme, url = strings.ToLower(url[:i]), url[i+1:]
	}
	var netloc, query, fragment string
	if strings.HasPrefix(url, "//") {
		end := strings.IndexAny(url[2:], "/?#")
		if end < 0 {
			end = len(url) - 2
		}
		netloc, url = url[2:end+2], url[end+2:]
		checkBrackets(netloc)
	}
	if allowFragments {
		url, fragment, _ = strings.Cut(url, "#")
	}
	url, query, _ = strings.Cut(url, "?")
	checkNetloc(netloc)
	return NewSplitResult(scheme, netloc, url, query, fragment)
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func validScheme(s string) bool {
	for _, c := range []byte(s) {
		if !isLetter(c) && (c < '0' || c > '9') && c != '+' && c != '-' && c != '.' {
			return false
		}
	}
	return true
}

func checkBrackets(netloc string) {
	_, after, opened := strings.Cut(netloc, "[")
	if opened != strings.Contains(netloc, "]") {
		throw(ValueError, "Invalid IPv6 URL")
	}
	if !opened {
		return
	}
	host, _, _ := strings.Cut(after, "]")
	switch {
	case strings.HasPrefix(host, "v"):
		version, rest, dot := strings.Cut(host[1:], ".")
		if !dot || rest == "" || version == "" || strings.Trim(version, "0123456789abcdefABCDEF") != "" {
			throw(ValueError, "IPvFuture address is invalid")
		}
	case validIPv4(host):
		throw(ValueError, "An IPv4 address cannot be in brackets")
	case !validIPv6(host):
		throwf(ValueError, "%s does not appear to be an IPv4 or IPv6 address", Repr(host))
	}
}

func validIPv4(s string) bool {
	parts := strings.Split(s, ".")
	for _, p := range parts {
		n := 0
		for _, c := range []byte(p) {
			if c < '0' || c > '9' {
				return false
			}
			n = n*10 + int(c-'0')
		}
		if p == "" || len(p) > 3 || len(p) > 1 && p[0] == '0' || n > 255 {
			return false
		}
	}
	return len(parts) == 4
}

// validIPv6 checks the text of an address: eight groups, of which :: leaves some out, and a zone.
func validIPv6(s string) bool {
	s, zone, scoped := strings.Cut(s, "%")
	if scoped && (zone == "" || strings.Contains(zone, "%")) {
		return false
	}
	if strings.Count(s, "::") > 1 || strings.Contains(s, ":::") {
		return false
	}
	groups := 0
	left, right, short := strings.Cut(s, "::")
	for i, half := range []string{left, right} {
		if half == "" {
			if !short && i == 0 {
				return false
			}
			continue
		}
		parts := strings.Split(half, ":")
		for j, p := range parts {
			switch {
			case j == len(parts)-1 && (i == 1 || !short) && strings.Contains(p, "."):
				if !validIPv4(p) {
					return false
				}
				groups++
			case p == "" || len(p) > 4 || strings.Trim(p, "0123456789abcdefABCDEF") != "":
				return false
			}
			groups++
		}
	}
	return groups == 8 || short && groups < 8
}

// checkNetloc refuses characters that Unicode's compatibility form makes delimiters of.
func checkNetloc(netloc string) {
	if strings.ContainsAny(netloc, "\u2047\u2048\u2049\u2100\u2101\u2105\u2106\u2a74\ufe13\ufe16\ufe55\ufe56\ufe5f\ufe6b\uff03\uff0f\uff1a\uff1f\uff20") {
		throw(ValueError, "netloc '"+netloc+"' contains invalid characters under NFKC normalization")
	}
}

// UrllibParseUrlparse is urllib.parse.urlparse(url, scheme, allow_fragments); it raises ValueError.
func UrllibParseUrlparse(url, scheme string, allowFragments bool) *ParseResult {
	s := UrllibParseUrlsplit(url, scheme, allowFragments)
	path, params := s.Path(), ""
	if schemeIn(paramsSchemes, s.Scheme()) {
		last := strings.LastIndexByte(path, '/') + 1
		if i := strings.IndexByte(path[last:], ';'); i >= 0 {
			path, params = path[:last+i], path[last+i+1:]
		}
	}
	return NewParseResult(s.Scheme(), s.Netloc(), path, params, s.Query(), s.Fragment())
}

// UrllibParseUrlunparse is urllib.parse.urlunparse(components).
func UrllibParseUrlunparse(components iter.Seq[string]) string {
	c := Unpack(components, 6)
	if c[3] != "" {
		c[2] += ";" + c[3]
	}
	return unsplitURL(c[0], c[1], c[2], c[4], c[5])
}

// UrllibParseUrlunsplit is urllib.parse.urlunsplit(components).
func UrllibParseUrlunsplit(components iter.Seq[string]) string {
	c := Unpack(components, 5)
	return unsplitURL(c[0], c[1], c[2], c[3], c[4])
}

func unsplitURL(scheme, netloc, url, query, fragment string) string {
	if netloc != "" || scheme != "" && schemeIn(netlocSchemes, scheme) && !strings.HasPrefix(url, "//") {
		if url != "" && url[0] != '/' {
			url = "/" + url
		}
		url = "//" + netloc + url
	}
	if scheme != "" {
		url = scheme + ":" + url
	}
	if query != "" {
		url += "?" + query
	}
	if fragment != "" {
		url += "#" + fragment
	}
	return url
}

// UrllibParseUrljoin is urllib.parse.urljoin(base, url, allow_fragments).
func UrllibParseUrljoin(base, url string, allowFragments bool) string {
	if base == "" {
		return url
	}
	if url == "" {
		return base
	}
	b := UrllibParseUrlparse(base, "", allowFragments)
	u := UrllibParseUrlparse(url, b.Scheme(), allowFragments)
	if u.Scheme() != b.Scheme() || !schemeIn(relativeSchemes, u.Scheme()) {
		return url
	}
	netloc, path, params, query := u.Netloc(), u.Path(), u.Params(), u.Query()
	if schemeIn(netlocSchemes, u.Scheme()) {
		if netloc != "" {
			return u.Geturl()
		}
		netloc = b.Netloc()
	}
	if path == "" && params == "" {
		path, params = b.Path(), b.Params()
		if query == "" {
			query = b.Query()
		}
	} else if path = resolvePath(b.Path(), path); path == "" {
		path = "/"
	}
	return NewParseResult(u.Scheme(), netloc, path, params, query, u.Fragment()).Geturl()
}

// resolvePath puts a relative path in the place of the last part of another.
func resolvePath(base, path string) string {
	segments := strings.Split(path, "/")
	if path == "" || path[0] != '/' {
		parts := strings.Split(base, "/")
		if n := len(parts) - 1; parts[n] != "" {
			parts = parts[:n]
		}
		all := append(parts, segments...)
		segments = nil
		for i, s := range all {
			if s != "" || i == 0 || i == len(all)-1 {
				segments = append(segments, s)
			}
		}
	}
	var out []string
	for _, s := range segments {
		switch s {
		case "..":
			out = out[:max(len(out)-1, 0)]
		case ".":
		default:
			out = append(out, s)
		}
	}
	if last := segments[len(segments)-1]; last == "." || last == ".." {
		out = append(out, "")
	}
	return strings.Join(out, "/")
}

// UrllibParseUrldefrag is urllib.parse.urldefrag(url).
func UrllibParseUrldefrag(url string) *DefragResult {
	fragment := ""
	if strings.Contains(url, "#") {
		p := UrllibParseUrlparse(url, "", true)
		fragment = p.Fragment()
		p.fields[5] = ""
		url = p.Geturl()
	}
	return &DefragResult{urlParts{"DefragResult", "url fragment", []string{url, fragment}}}
}
