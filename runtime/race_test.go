//go:build race

package ds

func init() { raceDetector = true }
