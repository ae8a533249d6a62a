/* Documents made on several threads, of which all appear or none. A check writes nothing. */
#include "base/file.h"
#include "base/workers.h"
#include "cli/fit.h"
#include "cli/inputs.h"
#include "cli/interrupt.h"
#include "cli/outcome.h"
#include "cli/record.h"
#include "cli/stale.h"

#include <stdio.h>

struct production {
    struct plan plan;
    struct session *session;
    const struct jobs *jobs;
    ARRAY(size_t) tasks; /* first jobs of those that are made together */
    struct worker *workers;
    unsigned worker_count;
    struct made *made; /* one a job */
    struct interrupt interrupt;
    struct progress progress;
};

/* ---- work ---- */

/* The languages of a synoptic bulletin, which stand side by side, are one task. */
static void divide(struct production *production) {
    const struct jobs *jobs = production->jobs;
    for (size_t i = 0; i < jobs->list.count; i++) {
        const struct job *job = &jobs->list.at[i];
        bool goes_on = i > 0 && job_is_synoptic(job) && job->bulletin == job[-1].bulletin;
        if (!goes_on)
            array_push(&production->tasks, production->session->arena, i);
    }
}

static size_t task_length(const struct production *production, size_t task) {
    size_t next = task + 1 < production->tasks.count ? production->tasks.at[task + 1]
                                                     : production->jobs->list.count;
    return next - production->tasks.at[task];
}

static void work(void *context, size_t task, unsigned number) {
    struct production *production = context;
    struct worker *worker = &production->workers[number];
    size_t first = production->tasks.at[task], count = task_length(production, task);
    if (interrupt_waits(&production->interrupt))
        return;
    worker_begin(worker, production->session);
    /* The memory of a single document goes with the process. */
    bool single = production->plan.single;
    struct arena *arena = single ? production->session->arena : arena_new();
    struct watch *watch = worker_watch(worker);
    if (watch)
        watch_start(watch, thread_seconds, STAGE_COMPOSE);
    make(&production->plan, worker, &production->jobs->list.at[first], count, arena,
         &production->made[first]);
    watch_enter(watch, STAGE_WRITE);
    if (!single)
        arena_free(arena);
    progress_add(&production->progress, count);
}

/* ---- output ---- */

/* The output appears; of a batch it is remembered what it was made of. */
static void finish(const struct production *production, size_t index) {
    const struct made *made = &production->made[index];
    bool appeared = file_output_finish(made->output, production->session->diag);
    if (appeared && production->plan.batch)
        record_write(production->jobs->list.at[index].path, made->inputs,
                     file_output_digest(made->output), production->plan.origin);
}

static bool any_output(const struct production *production) {
    for (size_t i = 0; i < production->jobs->list.count; i++)
        if (production->made[i].output)
            return true;
    return false;
}

/* All outputs appear, or none when there was a fault in any of them or the program is to stop:
 * false.
 */
static bool publish(struct production *production) {
    struct diag *diag = production->session->diag;
    size_t count = production->jobs->list.count;
    for (size_t i = 0; i < count; i++)
        if (production->made[i].diag)
            diag_merge(diag, production->made[i].diag);
    bool good = diag_faults(diag) == 0 && !interrupt_waits(&production->interrupt) &&
                (production->plan.single || !any_output(production) ||
                 file_outputs_sync(production->session->options.out, diag));
    for (size_t i = 0; i < count; i++) {
        struct file_output *output = production->made[i].output;
        if (output && good)
            finish(production, i);
        else if (output)
            file_output_abandon(output);
    }
    return diag_faults(diag) == 0 && good;
}

static void print_outcome(const struct production *production, size_t removed) {
    const struct session *session = production->session;
    size_t count = production->jobs->list.count, fresh = 0;
    if (!production->plan.batch || session->options.quiet || diag_faults(session->diag))
        return;
    for (size_t i = 0; i < count; i++)
        fresh += production->made[i].fresh;
    outcome_print(count - fresh, fresh, removed);
}

/* ---- the whole ---- */

static bool is_batch(const struct session *session) {
    return writes(session) && !session->options.output && session->options.argument_count == 0;
}

static unsigned worker_count(const struct session *session, size_t tasks) {
    unsigned count = session->options.jobs ? session->options.jobs : workers_cores();
    if (session->options.dump != DUMP_NONE)
        return 1; /* dumps share standard output */
    return tasks < count ? (unsigned)tasks : count;
}

static bool folder_ready(struct session *session) {
    if (session->options.output || !writes(session))
        return true;
    if (folder_make(session->options.out))
        return true;
    diag_fault(session->diag, (struct span){.file = session->options.out},
               "name a folder that can be written to with --out", "the folder cannot be made");
    return false;
}

/* False, and said, when the command line asks for what cannot be. Data or shards without documents
 * are in order; a language that none has is not. */
static bool usage_good(const struct session *session, size_t count) {
    const struct options *options = &session->options;
    if (options->output && count > 1 && options->dump == DUMP_NONE) {
        fprintf(stderr, "attache: --output names one file, but there are %zu documents\n", count);
        return false;
    }
    if (count == 0 && options->language && !options->shard.count) {
        fprintf(stderr, "attache: there is no such document in the language `%s`\n",
                options->language);
        return false;
    }
    return true;
}

/* Makes and publishes all. */
static void run(struct production *production) {
    struct session *session = production->session;
    size_t removed = 0;
    workers_run(production->worker_count, production->tasks.count, work, production);
    progress_end(&production->progress);
    double begin = cpu_seconds();
    if (publish(production) && production->plan.batch)
        removed = stale_remove(session, production->plan.origin);
    double spent = cpu_seconds() - begin;
    print_outcome(production, removed);
    if (fflush(stdout) != 0 || ferror(stdout))
        diag_fault(session->diag, (struct span){0}, NULL, "cannot write to standard output");
    if (session->options.timings)
        timings_print(session, production->workers, production->worker_count, spent);
}

int produce(struct session *session, const struct jobs *jobs) {
    size_t count = jobs->list.count;
    if (!usage_good(session, count))
        return EXIT_USAGE;
    if (count == 0 && !folder_exists(session->options.out))
        return session_close(session);
    if (!folder_ready(session))
        return session_close(session);
    struct production production = {
        .plan = {.session = session,
                 .single = count == 1,
                 .batch = is_batch(session),
                 .pdf_jobs = count > 1 ? 1 : session->options.jobs},
        .session = session,
        .jobs = jobs,
        .made = arena_make(session->arena, struct made, count),
        .interrupt = interrupt_none(),
        .progress = progress_new(session, count),
    };
    divide(&production);
    production.worker_count = worker_count(session, production.tasks.count);
    production.workers = arena_make(session->arena, struct worker, production.worker_count);
    if (production.plan.batch) {
        production.plan.common = inputs_common(session, HYPHEN_FOLDER);
        production.plan.origin = inputs_origin(session->options.data, session->options.out);
        record_folder(session->options.out);
    }
    bool holds = writes(session) && !session->options.output; /* a pipe may be slow to write to */
    if (holds)
        interrupt_hold(&production.interrupt);
    run(&production);
    if (holds)
        interrupt_release(&production.interrupt);
    return session_close(session);
}
