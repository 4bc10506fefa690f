package core

import (
	"encoding/binary"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// CountApproxDistinct is rdd.countApproxDistinct(relativeSD): about how many distinct records there are. It gives the
// number that Spark gives: HyperLogLog++ over the portable_hash of the records.
func CountApproxDistinct[T any](r *RDD[T], relativeSD float64) int64 {
	if relativeSD < 0.000017 {
		raise(py.ValueError, "relativeSD should be greater than 0.000017")
	}
	if !(relativeSD <= 1) {
		raiseJava(r.call("countApproxDistinct"), "java.lang.IllegalArgumentException: requirement failed: accuracy ("+py.Str(relativeSD)+") must be greater than 0.000017")
	}
	p := max(4, int(math.Ceil(2*math.Log(1.054/relativeSD)/math.Ln2)))
	total := newHyperLogLog(p)
	for _, h := range runAll(r, func(part Part[T]) *hyperLogLog {
		h := newHyperLogLog(p)
		for t := range part.All() {
			// The JVM hashes the decimal digits of what Python's hash gives.
			h.add(murmur64(strconv.AppendInt(nil, PortableHash(t)&math.MaxUint32, 10)))
		}
		return h
	}) {
		total.merge(h)
	}
	return total.count()
}

// hyperLogLog counts distinct hashes with 1<<p registers.
type hyperLogLog struct {
	p         int
	registers []uint8
}

func newHyperLogLog(p int) *hyperLogLog { return &hyperLogLog{p, make([]uint8, 1<<p)} }

func (h *hyperLogLog) add(hash uint64) {
	run := uint8(bits.LeadingZeros64(hash<<h.p|1<<(h.p-1)) + 1)
	at := &h.registers[hash>>(64-h.p)]
	*at = max(*at, run)
}

func (h *hyperLogLog) merge(o *hyperLogLog) {
	for i, r := range o.registers {
		h.registers[i] = max(h.registers[i], r)
	}
}

// hllThresholds is up to which number linear counting is better, by precision from 4 on.
var hllThresholds = [...]float64{10, 20, 40, 80, 220, 400, 900, 1800, 3100, 6500, 11500, 20000, 50000, 120000, 350000}

// maxCorrected is the highest precision that has corrections.
const maxCorrected = 18

func (h *hyperLogLog) count() int64 {
	m := float64(len(h.registers))
	sum, zeros := 0.0, 0.0
	for _, r := range h.registers {
		sum += math.Ldexp(1, -int(r))
		if r == 0 {
			zeros++
		}
	}
	estimate := h.alpha() * m * m * (1 / sum)
	corrected := estimate
	if estimate <= 5*m && h.p <= maxCorrected {
		corrected -= hllCorrection(h.p, estimate)
	}
	linear := corrected
	if zeros > 0 {
		linear = m * math.Log(m/zeros)
	}
	if h.p <= maxCorrected && linear < hllThresholds[h.p-4] || h.p > maxCorrected && estimate <= 5*m {
		return int64(math.Floor(linear + 0.5))
	}
	return int64(math.Floor(corrected + 0.5))
}

// alpha makes up for the collisions of hashes.
func (h *hyperLogLog) alpha() float64 {
	switch h.p {
	case 4:
		return 0.673
	case 5:
		return 0.697
	case 6:
		return 0.709
	}
	return 0.7213 / (1 + 1.079/float64(len(h.registers)))
}

// hllCorrection is the mean of the errors measured at the six raw estimates nearest to one.
func hllCorrection(p int, estimate float64) float64 {
	raw, bias := hllPoints(hllRaw[p-4]), hllPoints(hllBias[p-4])
	nearest := make([]int, len(raw))
	for i := range nearest {
		nearest[i] = i
	}
	slices.SortStableFunc(nearest, func(a, b int) int {
		da, db := math.Abs(raw[a]-estimate), math.Abs(raw[b]-estimate)
		switch {
		case da < db:
			return -1
		case da > db:
			return 1
		}
		return 0
	})
	sum := 0.0
	const neighbours = 6
	for _, i := range nearest[:neighbours] {
		sum += bias[i]
	}
	return sum / neighbours
}

// hllPoints reads a line of the tables.
func hllPoints(line string) []float64 {
	var out []float64
	at := 0
	for _, word := range strings.Fields(line) {
		d, _ := strconv.Atoi(word) // a table of this package
		at += d
		out = append(out, float64(at)/10000)
	}
	return out
}

// murmur64 is MurmurHash 2 for 64 bits, as Spark's sketches use it.
func murmur64(data []byte) uint64 {
	const m, seed = 0xc6a4a7935bd1e995, 0xe17a1465
	h := seed ^ uint64(len(data))*m
	for ; len(data) >= 8; data = data[8:] {
		k := binary.LittleEndian.Uint64(data) * m
		h ^= (k ^ k>>47) * m
		h *= m
	}
	if len(data) > 0 {
		var last [8]byte
		copy(last[:], data)
		h ^= binary.LittleEndian.Uint64(last[:])
		h *= m
	}
	h ^= h >> 47
	h *= m
	return h ^ h>>47
}
