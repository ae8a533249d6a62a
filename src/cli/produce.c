/* Documents through composition, layout and PDF, on several threads. A check writes nothing. */
#include "base/file.h"
#include "base/workers.h"
#include "cli/fit.h"
#include "cli/inputs.h"
#include "cli/interrupt.h"
#include "cli/press.h"
#include "cli/record.h"
#include "cli/session.h"
#include "cli/sink.h"
#include "cli/sources.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "publication/publication.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define HYPHEN_FOLDER "/usr/share/hyphen"

/* What one thread keeps between documents: shaped words, what PDFs share, the locales it has met.
 */
struct worker {
    struct arena *arena;
    struct text *text;
    struct pdf_cache *pdf;
    ARRAY(struct locale *) locales;
    struct watch watch;
};

/* What is left of a job once its pages are gone. */
struct made {
    struct diag *diag;          /* NULL: not even begun, for the program was told to stop */
    struct file_output *output; /* sealed: it appears when all jobs are done without a fault */
    struct digest inputs;       /* in a batch */
    bool fresh;                 /* the output of an earlier run is as this one's would be */
};

struct production {
    struct session *session;
    const struct jobs *jobs;
    struct worker *workers;
    struct made *made; /* one a job */
    unsigned pdf_jobs;
    bool batch;           /* nothing is named: only what changed is made */
    struct digest common; /* inputs of all documents of a batch */
    size_t done;          /* only touched with atomics */
    struct interrupt interrupt;
    double begin;
    double publish; /* seconds of processors for renaming */
    bool progress;
};

static bool is_single(const struct production *production) {
    return production->jobs->list.count == 1;
}

static struct locale *worker_locale(struct worker *worker, struct str language) {
    for (size_t i = 0; i < worker->locales.count; i++)
        if (str_equal(locale_language(worker->locales.at[i]), language))
            return worker->locales.at[i];
    struct locale *locale = locale_new(language);
    array_push(&worker->locales, worker->arena, locale);
    return locale;
}

/* NULL unless --timings asks for it. */
static struct watch *worker_watch(const struct production *production, struct worker *worker) {
    return production->session->options.timings ? &worker->watch : NULL;
}

static struct text *worker_text(const struct production *production, struct worker *worker) {
    if (worker->text)
        return worker->text;
    worker->text = text_new(production->session->fonts, HYPHEN_FOLDER);
    text_measure(worker->text, worker_watch(production, worker));
    return worker->text;
}

static const struct theme *job_theme(const struct session *session, const struct job *job) {
    if (session->theme)
        return session->theme;
    return theme_find(session->model, job->directory ? STR(DIRECTORY_THEME) : STR(RELEASE_THEME));
}

static struct edition edition_of(struct production *production, struct worker *worker,
                                 const struct job *job, struct arena *arena, struct diag *diag) {
    struct session *session = production->session;
    struct edition edition = {
        .model = session->model,
        .fonts = session->fonts,
        .theme = job_theme(session, job),
        .language = job->language,
        .locale = worker_locale(worker, job->language),
        .arena = arena,
        .diag = diag,
    };
    if (!edition.theme)
        diag_fault(diag, (struct span){.file = session->options.data},
                   "add theme.yaml and theme-directory.yaml, or name a theme with --theme",
                   "the folder has no theme for this publication");
    return edition;
}

static struct doc *compose(struct edition *edition, const struct job *job) {
    edition->look =
        look_new(edition->theme, edition->fonts, edition->language, edition->arena, edition->diag);
    if (job->release)
        return release_print(edition, job->release);
    return job->bulletin ? bulletin_doc(edition, job->bulletin)
                         : directory_doc(edition, job->directory);
}

/* ---- what need not be made ---- */

static bool is_fresh(const struct production *production, const struct job *job,
                     struct made *made) {
    made->fresh = !production->session->options.force && record_holds(job->path, made->inputs);
    return made->fresh;
}

static struct doc *compose_in(struct production *production, struct worker *worker,
                              const struct job *job, const struct fit *fit, struct str language,
                              struct arena *arena, struct diag *diag) {
    struct job other = *job;
    other.language = language;
    struct edition edition = edition_of(production, worker, &other, arena, diag);
    if (fit) {
        edition.theme = theme_fit(edition.theme, fit, arena);
        edition.looseness = fit->looseness;
    }
    return compose(&edition, &other);
}

/* Pictures of other languages count where these have a say in the pages. */
static struct digest with_other_pictures(struct production *production, struct worker *worker,
                                         const struct edition *edition, const struct job *job,
                                         struct digest inputs) {
    for (size_t i = 0; job_is_synoptic(job) && i < job->bulletin->languages.count; i++) {
        struct str language = job->bulletin->languages.at[i].text;
        const struct doc *doc = str_equal(language, job->language)
                                    ? NULL
                                    : compose_in(production, worker, job, NULL, language,
                                                 edition->arena, edition->diag);
        if (doc)
            inputs = inputs_with_pictures(inputs, doc);
    }
    return inputs;
}

/* Composes the document unless its inputs tell that it is fresh: then, and after a fault, NULL. */
static struct doc *compose_changed(struct production *production, struct worker *worker,
                                   struct edition *edition, const struct job *job,
                                   struct made *made) {
    if (!production->batch)
        return compose(edition, job);
    bool pictures = inputs_may_show_pictures(edition, job);
    made->inputs = inputs_of(production->common, edition, job);
    if (!pictures && is_fresh(production, job, made))
        return NULL;
    struct doc *doc = compose(edition, job);
    if (!doc || !pictures)
        return doc;
    made->inputs = inputs_with_pictures(made->inputs, doc);
    made->inputs = with_other_pictures(production, worker, edition, job, made->inputs);
    return is_fresh(production, job, made) ? NULL : doc;
}

/* ---- pages that are asked for ---- */

/* What the callbacks of fit_doc know. */
struct making {
    struct production *production;
    struct worker *worker;
    const struct job *job;
};

static struct doc *compose_fitted(void *context, const struct fit *fit, struct str language,
                                  struct arena *arena, struct diag *diag) {
    const struct making *making = context;
    return compose_in(making->production, making->worker, making->job, fit, language, arena, diag);
}

static struct pages *layout_quietly(void *context, const struct doc *doc, struct arena *arena,
                                    struct diag *diag) {
    const struct making *making = context;
    struct layout_options options = {0};
    return layout_doc(doc, worker_text(making->production, making->worker), &options, arena, diag);
}

static struct doc *fitted(struct production *production, struct worker *worker,
                          const struct job *job, const struct edition *edition, struct doc *doc) {
    struct making making = {production, worker, job};
    struct fit_request request = {.job = job,
                                  .theme = edition->theme,
                                  .compose = compose_fitted,
                                  .layout = layout_quietly,
                                  .context = &making,
                                  .arena = edition->arena,
                                  .diag = edition->diag};
    return fit_doc(&request, doc);
}

/* ---- output ---- */

static bool writes(const struct session *session) {
    return session->options.dump == DUMP_NONE && session->options.command != COMMAND_CHECK;
}

static struct pdf_options pdf_options_of(struct production *production, struct worker *worker,
                                         const struct job *job, const struct doc *doc,
                                         struct arena *arena, struct diag *diag) {
    const struct session *session = production->session;
    struct pdf_options options = {.producer = STR("attache " ATTACHE_VERSION),
                                  .created = session->options.created,
                                  .screen_profile = session->profile,
                                  .press = press_options_new(session, job, job_theme(session, job),
                                                             worker->text, arena, diag),
                                  .jobs = production->pdf_jobs,
                                  .cache = worker->pdf,
                                  .watch = worker_watch(production, worker)};
    if (session->options.attach_source)
        options.attachments =
            sources_of(session->model, job, doc, worker->arena, &options.attachment_count);
    return options;
}

/* For the press all pages must be known when the first one is written. The output outlives the
 * document: it is owned by the worker's arena. NULL after a fault. */
static struct file_output *write_at_once(struct worker *worker, const struct job *job,
                                         const struct pages *pages,
                                         const struct pdf_options *options, struct diag *diag) {
    struct file_output *output = file_output_open(worker->arena, job->path, diag);
    if (!output || pdf_write(pages, options, output, diag))
        return output;
    file_output_abandon(output);
    return NULL;
}

/* Of many outputs none appears before all are there. */
static struct file_output *sealed(struct file_output *output, bool single, struct diag *diag) {
    if (!output || single || file_output_seal(output, diag))
        return output;
    file_output_abandon(output);
    return NULL;
}

/* The pages into a file, or into a dump or a check. */
static struct file_output *lay_out(struct production *production, struct worker *worker,
                                   const struct job *job, const struct doc *doc,
                                   struct arena *arena, struct diag *diag) {
    const struct session *session = production->session;
    const struct options *options = &session->options;
    struct text *text = worker_text(production, worker);
    struct pdf_options pdf = pdf_options_of(production, worker, job, doc, arena, diag);
    struct sink sink = {.path = job->path, .options = &pdf, .arena = worker->arena, .diag = diag};
    struct page_sink page_sink = sink_pages(&sink);
    bool sinks = writes(session) && !pdf.press;
    struct layout_options layout = {.show = options->show,
                                    .dump_lines = options->dump == DUMP_LINES ? stdout : NULL,
                                    .sink = sinks ? &page_sink : NULL};
    struct pages *pages = layout_doc(doc, text, &layout, arena, diag);
    watch_enter(pdf.watch, STAGE_WRITE);
    if (sinks)
        return sink_finish(&sink, pages);
    if (!pages || diag_faults(diag))
        return NULL;
    if (options->dump == DUMP_PAGES)
        pages_dump(pages, stdout);
    if (writes(session))
        return write_at_once(worker, job, pages, &pdf, diag);
    if (options->command == COMMAND_CHECK)
        pdf_check(pages, &pdf, diag);
    return NULL;
}

static void make(struct production *production, struct worker *worker, const struct job *job,
                 struct arena *arena, struct made *made) {
    struct diag *diag = made->diag;
    const struct options *options = &production->session->options;
    struct watch *watch = worker_watch(production, worker);
    struct edition edition = edition_of(production, worker, job, arena, diag);
    struct doc *doc =
        edition.theme ? compose_changed(production, worker, &edition, job, made) : NULL;
    watch_enter(watch, STAGE_PAGINATE);
    if (!doc || diag_faults(diag))
        return;
    doc = fitted(production, worker, job, &edition, doc);
    if (!doc || diag_faults(diag))
        return;
    if (options->dump == DUMP_DOC) {
        doc_dump(doc, stdout);
        return;
    }
    struct file_output *output = lay_out(production, worker, job, doc, arena, diag);
    made->output = sealed(output, is_single(production), diag);
}

/* ---- progress ---- */

static void show_progress(struct production *production) {
    size_t done = __atomic_add_fetch(&production->done, 1, __ATOMIC_RELAXED);
    size_t all = production->jobs->list.count;
    if (!production->progress)
        return;
    double spent = clock_seconds() - production->begin;
    double left = spent / (double)done * (double)(all - done);
    fprintf(stderr, "\r%zu of %zu, %.0f s left \033[K", done, all, left);
}

static void work(void *context, size_t index, unsigned number) {
    struct production *production = context;
    struct worker *worker = &production->workers[number];
    if (interrupt_waits(&production->interrupt))
        return;
    if (!worker->arena) {
        worker->arena = arena_new();
        worker->pdf = pdf_cache_new();
    }
    struct made *made = &production->made[index];
    /* The memory of a single document goes with the process. */
    bool single = is_single(production);
    struct arena *arena = single ? production->session->arena : arena_new();
    made->diag = diag_new(worker->arena);
    struct watch *watch = worker_watch(production, worker);
    if (watch)
        watch_start(watch, thread_seconds, STAGE_COMPOSE);
    make(production, worker, &production->jobs->list.at[index], arena, made);
    watch_enter(watch, STAGE_WRITE);
    if (!single)
        arena_free(arena);
    show_progress(production);
}

/* ---- the whole ---- */

/* The output appears; of a batch it is remembered what it was made of. */
static void finish(const struct production *production, size_t index) {
    const struct made *made = &production->made[index];
    bool appeared = file_output_finish(made->output, production->session->diag);
    if (appeared && production->batch)
        record_write(production->jobs->list.at[index].path, made->inputs,
                     file_output_digest(made->output));
}

static bool any_output(const struct production *production) {
    for (size_t i = 0; i < production->jobs->list.count; i++)
        if (production->made[i].output)
            return true;
    return false;
}

/* All outputs appear, or none when there was a fault in any of them or the program is to stop. */
static void publish(struct production *production) {
    struct diag *diag = production->session->diag;
    size_t count = production->jobs->list.count;
    for (size_t i = 0; i < count; i++)
        if (production->made[i].diag)
            diag_merge(diag, production->made[i].diag);
    bool good = diag_faults(diag) == 0 && !interrupt_waits(&production->interrupt) &&
                (is_single(production) || !any_output(production) ||
                 file_outputs_sync(production->session->options.out, diag));
    for (size_t i = 0; i < count; i++) {
        struct file_output *output = production->made[i].output;
        if (output && good)
            finish(production, i);
        else if (output)
            file_output_abandon(output);
    }
}

/* "attache: 3 made, 17 up to date" after a batch; the faults tell what became of others. */
static void print_outcome(const struct production *production) {
    const struct session *session = production->session;
    size_t count = production->jobs->list.count, fresh = 0;
    if (!production->batch || session->options.quiet || diag_faults(session->diag))
        return;
    for (size_t i = 0; i < count; i++)
        fresh += production->made[i].fresh;
    fprintf(stderr, "attache: %zu made, %zu up to date\n", count - fresh, fresh);
}

static void print_time(const char *name, double seconds) {
    fprintf(stderr, "%-8s %8.1f ms\n", name, seconds * 1e3);
}

/* The time of processors, of all threads together. */
static void print_timings(const struct production *production, unsigned workers) {
    static const char *const names[STAGES] = {"compose",  "shape", "break",
                                              "paginate", "write", "compress"};
    struct watch all = {0};
    for (unsigned i = 0; i < workers; i++)
        watch_add(&all, &production->workers[i].watch);
    all.seconds[STAGE_WRITE] += production->publish;
    print_time("read", production->session->read);
    print_time("check", production->session->check);
    for (int stage = 0; stage < STAGES; stage++)
        print_time(names[stage], all.seconds[stage]);
}

static bool is_batch(const struct session *session) {
    return writes(session) && !session->options.output && session->options.argument_count == 0;
}

static unsigned worker_count(const struct session *session, size_t jobs) {
    unsigned count = session->options.jobs ? session->options.jobs : workers_cores();
    if (session->options.dump != DUMP_NONE)
        return 1; /* dumps share standard output */
    return jobs < count ? (unsigned)jobs : count;
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

/* Data or shards without documents are in order; a language that none has is not. */
static int nothing_to_do(struct session *session) {
    const char *language = session->options.language;
    if (!language || session->options.shard.count)
        return session_close(session);
    fprintf(stderr, "attache: there is no such document in the language `%s`\n", language);
    return EXIT_USAGE;
}

int produce(struct session *session, const struct jobs *jobs) {
    size_t count = jobs->list.count;
    if (session->options.output && count > 1 && session->options.dump == DUMP_NONE) {
        fprintf(stderr, "attache: --output names one file, but there are %zu documents\n", count);
        return EXIT_USAGE;
    }
    if (count == 0)
        return nothing_to_do(session);
    if (!folder_ready(session))
        return session_close(session);
    unsigned workers = worker_count(session, count);
    struct production production = {
        .session = session,
        .jobs = jobs,
        .workers = arena_make(session->arena, struct worker, workers),
        .made = arena_make(session->arena, struct made, count),
        .pdf_jobs = count > 1 ? 1 : session->options.jobs,
        .interrupt = interrupt_none(),
        .begin = clock_seconds(),
        .progress = !session->options.quiet && isatty(STDERR_FILENO) && count > 3,
    };
    if (is_batch(session)) {
        production.batch = true;
        production.common = inputs_common(session, HYPHEN_FOLDER);
        record_folder(session->options.out);
    }
    bool holds = writes(session) && !session->options.output; /* a pipe may be slow to write to */
    if (holds)
        interrupt_hold(&production.interrupt);
    workers_run(workers, count, work, &production);
    if (production.progress)
        fputs("\r\033[K", stderr);
    production.publish = cpu_seconds();
    publish(&production);
    production.publish = cpu_seconds() - production.publish;
    if (holds)
        interrupt_release(&production.interrupt);
    print_outcome(&production);
    if (fflush(stdout) != 0 || ferror(stdout))
        diag_fault(session->diag, (struct span){0}, NULL, "cannot write to standard output");
    if (session->options.timings)
        print_timings(&production, workers);
    return session_close(session);
}
