#include "base/workers.h"
#include "base/arena.h"
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

struct loop {
    size_t count;
    atomic_size_t next;
    void (*work)(void *context, size_t index, unsigned worker);
    void *context;
};

struct worker {
    struct loop *loop;
    unsigned number;
    pthread_t thread;
};

/* The cores this process may run on, which a container may have limited. */
unsigned workers_cores(void) {
    cpu_set_t cores;
    if (sched_getaffinity(0, sizeof cores, &cores) != 0)
        return 1;
    int count = CPU_COUNT(&cores);
    return count > 0 ? (unsigned)count : 1;
}

static void *worker_run(void *argument) {
    const struct worker *worker = argument;
    struct loop *loop = worker->loop;
    for (size_t i; (i = atomic_fetch_add(&loop->next, 1)) < loop->count;)
        loop->work(loop->context, i, worker->number);
    return NULL;
}

void workers_run(unsigned jobs, size_t count,
                 void (*work)(void *context, size_t index, unsigned worker), void *context) {
    if (jobs == 0)
        jobs = workers_cores();
    if (jobs > count)
        jobs = count ? (unsigned)count : 1;
    struct loop loop = {.count = count, .work = work, .context = context};
    struct worker *workers = calloc(jobs, sizeof *workers);
    if (!workers)
        memory_exhausted();
    /* A thread that cannot be made is none that is needed: the others do its share. */
    unsigned started = 1;
    for (; started < jobs; started++) {
        workers[started] = (struct worker){.loop = &loop, .number = started};
        if (pthread_create(&workers[started].thread, NULL, worker_run, &workers[started]) != 0)
            break;
    }
    workers[0] = (struct worker){.loop = &loop, .number = 0};
    worker_run(&workers[0]);
    for (unsigned i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
    free(workers);
}
