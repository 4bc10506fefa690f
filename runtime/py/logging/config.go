package pylogging

import "github.com/dstreamc/dstreamc/runtime/py"

// defaultFormats is the formatter of basicConfig without a format.
func defaultFormats(datefmt py.Opt[string], style string) *Formatter {
	format := map[string]string{"%": "%(levelname)s:%(name)s:%(message)s", "{": "{levelname}:{name}:{message}", "$": "${levelname}:${name}:${message}"}[style]
	return NewFormatter(py.Some(format), datefmt, style, true, py.None)
}

// BasicConfig is logging.basicConfig(level=…, format=…, …). Without force only the first call counts. It raises OSError and
// ValueError.
func BasicConfig(level any, format, datefmt, filename py.Opt[string], filemode string, stream any, force bool, style string,
	handlers py.Opt[*py.List[any]], encoding py.Opt[string]) {
	mu.Lock()
	if force {
		Root.handlers = nil
	}
	configured := len(Root.own()) > 0
	mu.Unlock()
	if configured {
		return
	}
	f := NewFormatter(format, datefmt, style, true, py.None)
	if !format.Ok {
		f = defaultFormats(datefmt, style)
	}
	switch {
	case handlers.Ok:
		for _, h := range handlers.V.Raw() {
			if own, ok := h.(*Handler); ok && own.formatter == nil {
				own.formatter = f
			} else if !ok && isNone(py.DynGetAttr(h, "formatter")) {
				py.DynCallMethod(h, "setFormatter", f)
			}
			Root.AddHandler(h)
		}
	case filename.Ok:
		Root.AddHandler(withFormat(NewFileHandler(filename.V, filemode, encoding, false, py.Nothing[string]()), f))
	default:
		Root.AddHandler(withFormat(NewStreamHandler(stream), f))
	}
	if _, none := py.Box(level).(py.NoneType); !none {
		Root.SetLevel(level)
	}
}

func withFormat(h *Handler, f *Formatter) *Handler {
	h.formatter = f
	return h
}
