/* Which documents a command makes. */
#include "base/file.h"
#include "cli/session.h"
#include "model/index.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct str file_name(struct session *session, const char *kind, struct str id,
                            struct str language) {
    const char *medium = session->options.press ? "-press" : "";
    return language.length ? str_print(session->arena, "%s-%.*s-%.*s%s.pdf", kind, STR_ARGS(id),
                                       STR_ARGS(language), medium)
                           : str_print(session->arena, "%s-%.*s%s.pdf", kind, STR_ARGS(id), medium);
}

static void add_job(struct session *session, struct jobs *jobs, struct job job, const char *kind,
                    struct str id, struct str suffix) {
    const struct options *options = &session->options;
    if (options->language && !str_equal(job.language, str_from(options->language)))
        return;
    job.path = options->output;
    if (!job.path)
        job.path =
            path_join(session->arena, str_from(options->out), file_name(session, kind, id, suffix))
                .at;
    array_push(&jobs->list, session->arena, job);
}

/* The records of one file are in one shard: a process can tell by the names of files which it has
 * to read. */
static void add_release(struct session *session, struct jobs *jobs, const void *record) {
    const struct release *release = record;
    if (shard_has(session->options.shard, path_name(str_from(release->span.file))))
        add_job(session, jobs, (struct job){.release = release, .language = release->language.text},
                "release", release->id.text, (struct str){0});
}

/* A bulletin or directory in one language, each in a shard of its own. */
static void add_edition(struct session *session, struct jobs *jobs, struct job job,
                        const char *kind, struct str id) {
    struct str name =
        str_print(session->arena, "%s-%.*s-%.*s", kind, STR_ARGS(id), STR_ARGS(job.language));
    if (shard_has(session->options.shard, name))
        add_job(session, jobs, job, kind, id, job.language);
}

static void add_bulletin(struct session *session, struct jobs *jobs, const void *record) {
    const struct bulletin *bulletin = record;
    for (size_t i = 0; i < bulletin->languages.count; i++) {
        struct str language = bulletin->languages.at[i].text;
        add_edition(session, jobs, (struct job){.bulletin = bulletin, .language = language},
                    "bulletin", bulletin->id.text);
    }
}

static void add_directory(struct session *session, struct jobs *jobs, const void *record) {
    const struct directory *directory = record;
    for (size_t i = 0; i < directory->languages.count; i++) {
        struct str language = directory->languages.at[i].text;
        add_edition(session, jobs, (struct job){.directory = directory, .language = language},
                    "directory", directory->id.text);
    }
}

/* Records of one kind; the first member of each is the struct string of its id. */
struct records {
    const char *what;
    const char *at;
    size_t count, size;
    const struct id_table *table;
    void (*add)(struct session *session, struct jobs *jobs, const void *record);
};

/* What the command line names, ready for one pass over the records. */
struct selection {
    struct session *session;
    const struct records *records;
    bool *named; /* one a record */
    ARRAY(const char *) files;
};

static const struct string *record_id(const struct records *records, size_t index) {
    return (const void *)(records->at + index * records->size);
}

static int file_order(const void *a, const void *b) {
    const char *const *first = a, *const *second = b;
    return (*first > *second) - (*first < *second);
}

static bool has_file(const struct selection *selection, const char *file) {
    return selection->files.count &&
           bsearch(&file, selection->files.at, selection->files.count, sizeof file, file_order);
}

static bool unknown(const struct selection *selection, const char *word) {
    const struct records *records = selection->records;
    const char **ids = arena_make(selection->session->arena, const char *, records->count + 1);
    for (size_t i = 0; i < records->count; i++)
        ids[i] = str_copy(selection->session->arena, record_id(records, i)->text).at;
    const char *nearest = schema_nearest(str_from(word), ids, records->count);
    fprintf(stderr, "attache: there is no %s `%s`, neither as an id nor as a file", records->what,
            word);
    if (nearest)
        fprintf(stderr, "; did you mean `%s`?", nearest);
    fputc('\n', stderr);
    return false;
}

static bool select_id(struct selection *selection, const char *word) {
    const struct records *records = selection->records;
    const char *found = id_table_find(records->table, str_from(word));
    if (!found)
        return unknown(selection, word);
    selection->named[(size_t)(found - records->at) / records->size] = true;
    return true;
}

/* A file without a record of this kind is a fault of usage. */
static bool files_serve(const struct selection *selection) {
    const struct records *records = selection->records;
    size_t count = selection->files.count;
    bool *serves = arena_make(selection->session->arena, bool, count + 1);
    for (size_t i = 0; i < records->count; i++) {
        const char **file = bsearch(&record_id(records, i)->span.file, selection->files.at, count,
                                    sizeof *file, file_order);
        if (file)
            serves[file - selection->files.at] = true;
    }
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        if (serves[i])
            continue;
        fprintf(stderr, "attache: %s holds no %s\n", selection->files.at[i], records->what);
        good = false;
    }
    return good;
}

static bool select_named(struct selection *selection) {
    struct session *session = selection->session;
    bool good = true;
    for (size_t i = 0; i < session->options.argument_count; i++) {
        const char *word = session->options.arguments[i];
        const char *file = file_exists(word) ? model_file(session->model, word) : NULL;
        if (!file)
            good &= select_id(selection, word);
        else if (selection->files.count == 0 ||
                 selection->files.at[selection->files.count - 1] != file)
            array_push(&selection->files, session->arena, file);
    }
    if (selection->files.count == 0)
        return good;
    qsort(selection->files.at, selection->files.count, sizeof *selection->files.at, file_order);
    return files_serve(selection) && good;
}

/* In the order of the data, each once, whatever the order and number of the names. */
static bool add_all(struct session *session, struct jobs *jobs, const struct records *records) {
    bool all = session->options.argument_count == 0;
    struct selection selection = {.session = session,
                                  .records = records,
                                  .named = arena_make(session->arena, bool, records->count + 1)};
    if (!all && !select_named(&selection))
        return false;
    for (size_t i = 0; i < records->count; i++) {
        const struct string *id = record_id(records, i);
        if (all || selection.named[i] || has_file(&selection, id->span.file))
            records->add(session, jobs, id);
    }
    return true;
}

#define RECORDS(list, name, function)                                                              \
    &(const struct records) {                                                                      \
        name, (const char *)session->model->list.at, session->model->list.count,                   \
            sizeof *session->model->list.at, &session->model->index->list, function                \
    }

bool jobs_releases(struct session *session, struct jobs *jobs) {
    return add_all(session, jobs, RECORDS(releases, "release", add_release));
}

bool jobs_bulletins(struct session *session, struct jobs *jobs) {
    return add_all(session, jobs, RECORDS(bulletins, "bulletin", add_bulletin));
}

bool jobs_directories(struct session *session, struct jobs *jobs) {
    return add_all(session, jobs, RECORDS(directories, "directory", add_directory));
}

void jobs_all(struct session *session, struct jobs *jobs) {
    jobs_directories(session, jobs);
    jobs_bulletins(session, jobs);
    jobs_releases(session, jobs);
}
