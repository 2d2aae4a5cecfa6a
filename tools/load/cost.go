package main

import (
	"errors"
	"slices"
	"time"

	"golang.org/x/sys/unix"
)

// cost is what is printed, in seconds.
type cost struct {
	Calls  int     `json:"calls"`
	Wall   float64 `json:"wall"`
	CPU    float64 `json:"cpu"`    // of all threads of the function
	Client float64 `json:"client"` // of all threads of this program
	P50    float64 `json:"p50"`
	P99    float64 `json:"p99"`
}

// measured returns what the calls cost the process.
func measured(pid int, calls func() ([]time.Duration, error)) (cost, error) {
	cpu, err := consumed(pid)
	if err != nil {
		return cost{}, err
	}
	client, err := consumed(unix.Getpid())
	if err != nil {
		return cost{}, err
	}
	started := time.Now()
	latencies, err := calls()
	if err != nil {
		return cost{}, err
	}
	if len(latencies) == 0 {
		return cost{}, errors.New("no call was made")
	}
	wall := time.Since(started)
	cpuAfter, err := consumed(pid)
	if err != nil {
		return cost{}, err
	}
	clientAfter, err := consumed(unix.Getpid())
	slices.Sort(latencies)
	return cost{
		Calls:  len(latencies),
		Wall:   wall.Seconds(),
		CPU:    (cpuAfter - cpu).Seconds(),
		Client: (clientAfter - client).Seconds(),
		P50:    at(latencies, 0.50).Seconds(),
		P99:    at(latencies, 0.99).Seconds(),
	}, err
}

// consumed returns the processor time of a process: the scheduler's nanoseconds, of threads that ended as well.
func consumed(pid int) (time.Duration, error) {
	const scheduler = 2 // CPUCLOCK_SCHED; the C library computes the same number in clock_getcpuclockid
	var spent unix.Timespec
	if err := unix.ClockGettime(int32(^pid<<3|scheduler), &spent); err != nil {
		return 0, err
	}
	return time.Duration(spent.Nano()), nil
}

// at returns the latency that this share of the calls does not exceed.
func at(sorted []time.Duration, share float64) time.Duration {
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}
