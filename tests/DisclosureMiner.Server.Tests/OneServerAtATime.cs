// A process is one server: the job engine and the meter are one for all of it, so tests that run servers take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
