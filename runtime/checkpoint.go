package ds

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// Checkpoint is ssc.checkpoint(directory): it makes the directory, in which a file checkpoint-MILLIS marks each batch that was
// generated, and what else Spark has there. State and inverse windows demand it as in Spark. Batches are not recovered from it:
// what is in the files is the time of the batch alone.
func (ssc *StreamingContext) Checkpoint(directory string) {
	ssc.sc.SetCheckpointDir(directory)
	ssc.checkpointDir = core.LocalPath(directory)
}

// prepareCheckpoints makes the directory that Spark's log of received blocks is in.
func (ssc *StreamingContext) prepareCheckpoints() {
	if ssc.checkpointDir == "" || !ssc.receives() {
		return
	}
	if err := os.MkdirAll(filepath.Join(ssc.checkpointDir, "receivedBlockMetadata"), 0o777); err != nil {
		ssc.job.log.warn("CheckpointWriter", err.Error())
	}
}

const (
	checkpointPrefix = "checkpoint-"
	checkpointsKept  = 10
)

// writeCheckpoint marks a batch in the checkpoint directory. A failure is logged, and the program goes on, as Spark does.
func (ssc *StreamingContext) writeCheckpoint(t int64) {
	if ssc.checkpointDir == "" {
		return
	}
	name := filepath.Join(ssc.checkpointDir, fmt.Sprintf("%s%d", checkpointPrefix, t))
	err := os.WriteFile(name+".tmp", fmt.Appendf(nil, "batch %d\n", t), 0o666)
	if err == nil {
		err = os.Rename(name+".tmp", name)
	}
	if err != nil {
		ssc.job.log.warn("CheckpointWriter", fmt.Sprintf("Error in attempt to write checkpoint to '%s': %v", name, err))
		return
	}
	files := checkpoints(ssc.checkpointDir)
	for _, old := range files[:max(0, len(files)-checkpointsKept)] {
		os.Remove(filepath.Join(ssc.checkpointDir, old)) // it is only in the way
	}
}

// checkpoints lists the checkpoint files of a directory, the oldest first. (Millisecond times have 13 digits.)
func checkpoints(dir string) []string {
	entries, _ := os.ReadDir(dir) // no directory: no checkpoints
	var out []string
	for _, e := range entries {
		if digits, ok := strings.CutPrefix(e.Name(), checkpointPrefix); ok && strings.Trim(digits, "0123456789") == "" {
			out = append(out, e.Name())
		}
	}
	slices.Sort(out)
	return out
}

// GetOrCreate is StreamingContext.getOrCreate(checkpointPath, setupFunc). The context is always made by setup, and the
// checkpoint directory set; where there are checkpoints of an earlier run, a warning says that they are not restored.
func GetOrCreate(checkpointPath string, setup func() *StreamingContext) *StreamingContext {
	if len(checkpoints(checkpointPath)) > 0 {
		currentJob().log.warn("StreamingContext", "The state of the earlier run in "+checkpointPath+
			" is not restored: the program starts anew")
	}
	ssc := setup()
	ssc.Checkpoint(checkpointPath)
	return ssc
}

// GetActive is StreamingContext.getActive(): the context that is started and not stopped, or None.
func GetActive() py.Opt[*StreamingContext] {
	if ssc := currentJob().active; ssc != nil {
		return py.Some(ssc)
	}
	return py.Nothing[*StreamingContext]()
}

// GetActiveOrCreate is StreamingContext.getActiveOrCreate(checkpointPath, setupFunc).
func GetActiveOrCreate(checkpointPath py.Opt[string], setup func() *StreamingContext) *StreamingContext {
	if ssc := GetActive(); ssc.Ok {
		return ssc.V
	}
	if checkpointPath.Ok {
		return GetOrCreate(checkpointPath.V, setup)
	}
	return setup()
}
