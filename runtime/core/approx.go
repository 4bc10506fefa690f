package core

// The approximate actions of Spark give what they have when a time is up, and the whole result if that comes before.
// Here they always give the whole one; timeout and confidence have no effect.

// CountApprox is rdd.countApprox(timeout, confidence).
func CountApprox[T any](r *RDD[T], timeout int64, confidence float64) int64 {
	counts := counts(r)
	total := &StatCounter[float64]{}
	for _, n := range counts {
		total.MergeStats((&StatCounter[float64]{}).Merge(float64(n)))
	}
	return int64(total.Sum())
}

// SumApprox is rdd.sumApprox(timeout, confidence); PySpark's result has bounds too, which are this very number.
func SumApprox[T any](r *RDD[T], timeout int64, confidence float64) float64 {
	return approximated(r, func(p Part[T]) *StatCounter[float64] {
		sum := 0.0
		for t := range p.All() {
			sum += toFloat(t)
		}
		return (&StatCounter[float64]{}).Merge(sum)
	}).Sum()
}

// MeanApprox is rdd.meanApprox(timeout, confidence).
func MeanApprox[T any](r *RDD[T], timeout int64, confidence float64) float64 {
	return approximated(r, func(p Part[T]) *StatCounter[float64] {
		c := &StatCounter[float64]{}
		for t := range p.All() {
			c.Merge(toFloat(t))
		}
		return c
	}).Mean()
}

// approximated merges what each partition gives, as the JVM does when a task ends.
func approximated[T any](r *RDD[T], of func(Part[T]) *StatCounter[float64]) *StatCounter[float64] {
	total := &StatCounter[float64]{}
	for _, c := range runAll(r, of) {
		total.MergeStats(c)
	}
	return total
}
