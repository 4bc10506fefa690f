package core

import (
	"fmt"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// StorageLevel says how a cached RDD would be stored. Every level but NONE keeps it in memory.
type StorageLevel struct {
	useDisk, useMemory, useOffHeap, deserialized bool
	replication                                  int64
}

// NewStorageLevel is StorageLevel(useDisk, useMemory, useOffHeap, deserialized, replication).
func NewStorageLevel(useDisk, useMemory, useOffHeap, deserialized bool, replication int64) StorageLevel {
	return StorageLevel{useDisk, useMemory, useOffHeap, deserialized, replication}
}

// UseDisk is level.useDisk.
func (l StorageLevel) UseDisk() bool { return l.useDisk }

// UseMemory is level.useMemory.
func (l StorageLevel) UseMemory() bool { return l.useMemory }

// UseOffHeap is level.useOffHeap.
func (l StorageLevel) UseOffHeap() bool { return l.useOffHeap }

// Deserialized is level.deserialized.
func (l StorageLevel) Deserialized() bool { return l.deserialized }

// Replication is level.replication.
func (l StorageLevel) Replication() int64 { return l.replication }

// The levels of pyspark.StorageLevel.
var (
	StorageLevelNone               = StorageLevel{false, false, false, false, 1}
	StorageLevelDiskOnly           = StorageLevel{true, false, false, false, 1}
	StorageLevelDiskOnly2          = StorageLevel{true, false, false, false, 2}
	StorageLevelDiskOnly3          = StorageLevel{true, false, false, false, 3}
	StorageLevelMemoryOnly         = StorageLevel{false, true, false, false, 1}
	StorageLevelMemoryOnly2        = StorageLevel{false, true, false, false, 2}
	StorageLevelMemoryAndDisk      = StorageLevel{true, true, false, false, 1}
	StorageLevelMemoryAndDisk2     = StorageLevel{true, true, false, false, 2}
	StorageLevelOffHeap            = StorageLevel{true, true, true, false, 1}
	StorageLevelMemoryAndDiskDeser = StorageLevel{true, true, false, true, 1}
)

// PyTypeName is "StorageLevel".
func (l StorageLevel) PyTypeName() string { return "StorageLevel" }

// PyModule is "pyspark.storagelevel".
func (StorageLevel) PyModule() string { return "pyspark.storagelevel" }

// PyRepr is repr(level).
func (l StorageLevel) PyRepr() string {
	return fmt.Sprintf("StorageLevel(%s, %s, %s, %s, %d)",
		py.Str(l.useDisk), py.Str(l.useMemory), py.Str(l.useOffHeap), py.Str(l.deserialized), l.replication)
}

// PyStr is str(level): Disk Memory Deserialized 1x Replicated.
func (l StorageLevel) PyStr() string {
	s := ""
	if l.useDisk {
		s += "Disk "
	}
	if l.useMemory {
		s += "Memory "
	}
	if l.useOffHeap {
		s += "OffHeap "
	}
	if l.deserialized {
		s += "Deserialized "
	} else {
		s += "Serialized "
	}
	return s + fmt.Sprintf("%dx Replicated", l.replication)
}

// Cache is rdd.cache().
func (r *RDD[T]) Cache() *RDD[T] { return r.Persist(StorageLevelMemoryOnly) }

// Persist is rdd.persist(level): the first job that computes a partition keeps it. A level once set cannot be changed.
func (r *RDD[T]) Persist(level StorageLevel) *RDD[T] {
	r.persist(level)
	return r
}

func (r *dataset) persist(level StorageLevel) {
	if r.level != StorageLevelNone && r.level != level {
		raiseJava(fmt.Sprintf("o%d.persist", r.id), "org.apache.spark.SparkUnsupportedOperationException: "+
			"[CANNOT_CHANGE_STORAGE_LEVEL] Cannot change storage level of an RDD after it was already assigned a level.")
	}
	r.level = level
}

// Unpersist is rdd.unpersist(blocking).
func (r *RDD[T]) Unpersist(blocking bool) *RDD[T] {
	r.unpersist()
	return r
}

func (r *dataset) unpersist() {
	r.level = StorageLevelNone
	if r.checkpoint == notCheckpointed {
		r.mu.Lock()
		r.kept = nil
		r.mu.Unlock()
	}
}

// IsCached is rdd.is_cached.
func (r *dataset) IsCached() bool { return r.level != StorageLevelNone }

// GetStorageLevel is rdd.getStorageLevel().
func (r *dataset) GetStorageLevel() StorageLevel { return r.level }

// Checkpoint is rdd.checkpoint(): the next job keeps the records for good. They stay in memory; the directory must have
// been set all the same.
func (r *dataset) Checkpoint() {
	if r.sc.checkpointDir == "" {
		raiseJava(fmt.Sprintf("o%d.checkpoint", r.id), "org.apache.spark.SparkException: Checkpoint directory has not been set in the SparkContext")
	}
	r.checkpoint = checkpointAsked
}

// LocalCheckpoint is rdd.localCheckpoint().
func (r *dataset) LocalCheckpoint() { r.checkpoint = checkpointLocal }

// IsCheckpointed is rdd.isCheckpointed(): whether a checkpoint was asked for and a job has filled it.
func (r *dataset) IsCheckpointed() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.checkpoint != notCheckpointed && len(r.kept) == r.parts()
}

// IsLocallyCheckpointed is rdd.isLocallyCheckpointed().
func (r *dataset) IsLocallyCheckpointed() bool { return r.checkpoint == checkpointLocal }

// GetCheckpointFile is rdd.getCheckpointFile(): None for RDDs without a filled checkpoint.
func (r *dataset) GetCheckpointFile() py.Opt[string] {
	if r.checkpoint != checkpointAsked || !r.IsCheckpointed() {
		return py.Nothing[string]()
	}
	return py.Some(fmt.Sprintf("%s/rdd-%d", r.sc.checkpointDir, r.id))
}
