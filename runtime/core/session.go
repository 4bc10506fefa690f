package core

import (
	"maps"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// SparkSession is what scripts of Spark 2 and later make their SparkContext with. There is no SQL yet.
type SparkSession struct {
	sc   *SparkContext
	conf *RuntimeConfig
}

// session is the one that getOrCreate gives while its context runs. The driver's lock guards it.
var session *SparkSession

// NewSparkSession is SparkSession(sc).
func NewSparkSession(sc *SparkContext) *SparkSession {
	s := &SparkSession{sc: sc, conf: &RuntimeConfig{maps.Clone(sc.conf.values)}}
	if ActiveSession().Ok {
		return s
	}
	session = s
	return s
}

// ActiveSession is SparkSession.getActiveSession().
func ActiveSession() py.Opt[*SparkSession] {
	if session == nil || session.sc.stopped {
		return py.Nothing[*SparkSession]()
	}
	return py.Some(session)
}

// PyTypeName is "SparkSession".
func (s *SparkSession) PyTypeName() string { return "SparkSession" }

// PyModule is "pyspark.sql.session".
func (*SparkSession) PyModule() string { return "pyspark.sql.session" }

// SparkContext is spark.sparkContext.
func (s *SparkSession) SparkContext() *SparkContext { return s.sc }

// Version is spark.version.
func (s *SparkSession) Version() string { return SparkVersion }

// Conf is spark.conf.
func (s *SparkSession) Conf() *RuntimeConfig { return s.conf }

// NewSession is spark.newSession().
func (s *SparkSession) NewSession() *SparkSession {
	return &SparkSession{sc: s.sc, conf: &RuntimeConfig{maps.Clone(s.sc.conf.values)}}
}

// Stop is spark.stop().
func (s *SparkSession) Stop() { s.sc.Stop() }

// SessionBuilder is SparkSession.builder.
type SessionBuilder struct{ options *SparkConf }

// NewSessionBuilder is SparkSession.builder, which is new each time.
func NewSessionBuilder() *SessionBuilder { return &SessionBuilder{NewSparkConf()} }

// AppName is builder.appName(name).
func (b *SessionBuilder) AppName(name string) *SessionBuilder {
	b.options.SetAppName(name)
	return b
}

// Master is builder.master(master).
func (b *SessionBuilder) Master(master string) *SessionBuilder {
	b.options.SetMaster(master)
	return b
}

// Config is builder.config(key, value).
func (b *SessionBuilder) Config(key string, value any) *SessionBuilder {
	b.options.Set(key, setting(value))
	return b
}

// setting is the text of a value in a configuration.
func setting(value any) string {
	if on, ok := value.(bool); ok {
		if on {
			return "true"
		}
		return "false"
	}
	return py.Str(value)
}

// ConfigConf is builder.config(conf=conf).
func (b *SessionBuilder) ConfigConf(conf *SparkConf) *SessionBuilder {
	maps.Copy(b.options.values, conf.values)
	return b
}

// SessionConfigMap is builder.config(map=settings).
func SessionConfigMap(b *SessionBuilder, settings *py.Dict[string, any]) *SessionBuilder {
	for kv := range py.DictItems(settings).All() {
		b.Config(kv.V0, kv.V1)
	}
	return b
}

// EnableHiveSupport is builder.enableHiveSupport(), which concerns SQL alone.
func (b *SessionBuilder) EnableHiveSupport() *SessionBuilder { return b }

// GetOrCreate is builder.getOrCreate(): the session that there is, with the builder's options, or a new one on the
// context that there is, or on a new one.
func (b *SessionBuilder) GetOrCreate() *SparkSession {
	s := ActiveSession().V
	if s == nil {
		s = NewSparkSession(GetOrCreate(b.options))
	}
	maps.Copy(s.conf.values, b.options.values)
	return s
}

// RuntimeConfig is spark.conf. Nothing reads it but the script.
type RuntimeConfig struct{ values map[string]string }

// Set is spark.conf.set(key, value).
func (c *RuntimeConfig) Set(key string, value any) { c.values[key] = setting(value) }

// Get is spark.conf.get(key).
func (c *RuntimeConfig) Get(key string) string {
	v, ok := c.values[key]
	if !ok {
		raise(PySparkException, `[SQL_CONF_NOT_FOUND] The SQL config "%s" cannot be found. Please verify that the config exists. SQLSTATE: 42K0I`, key)
	}
	return v
}

// GetOr is spark.conf.get(key, default).
func (c *RuntimeConfig) GetOr(key string, def py.Opt[string]) py.Opt[string] {
	if v, ok := c.values[key]; ok {
		return py.Some(v)
	}
	return def
}

// Unset is spark.conf.unset(key).
func (c *RuntimeConfig) Unset(key string) { delete(c.values, key) }

// SQLContext is what older scripts make of their SparkContext.
type SQLContext struct{ session *SparkSession }

// NewSQLContext is SQLContext(sc, session).
func NewSQLContext(sc *SparkContext, s ...py.Opt[*SparkSession]) *SQLContext {
	if len(s) > 0 && s[0].Ok {
		return &SQLContext{s[0].V}
	}
	if s := ActiveSession(); s.Ok {
		return &SQLContext{s.V}
	}
	return &SQLContext{NewSparkSession(sc)}
}

// NewSQLContextOf is SQLContext(spark), which PySpark takes as well.
func NewSQLContextOf(s *SparkSession) *SQLContext { return &SQLContext{s} }

// SparkSession is sqlContext.sparkSession.
func (c *SQLContext) SparkSession() *SparkSession { return c.session }

// SetConf is sqlContext.setConf(key, value).
func (c *SQLContext) SetConf(key, value string) { c.session.conf.Set(key, value) }
