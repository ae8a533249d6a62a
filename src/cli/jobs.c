/* Which documents a command makes. */
#include "base/file.h"
#include "cli/session.h"

#include <stdio.h>
#include <string.h>

static struct str file_name(struct session *session, const char *kind, struct str id,
                            struct str language) {
    return language.length ? str_print(session->arena, "%s-%.*s-%.*s.pdf", kind, STR_ARGS(id),
                                       STR_ARGS(language))
                           : str_print(session->arena, "%s-%.*s.pdf", kind, STR_ARGS(id));
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

static void add_release(struct session *session, struct jobs *jobs, const void *record) {
    const struct release *release = record;
    add_job(session, jobs, (struct job){.release = release, .language = release->language.text},
            "release", release->id.text, (struct str){0});
}

static void add_bulletin(struct session *session, struct jobs *jobs, const void *record) {
    const struct bulletin *bulletin = record;
    for (size_t i = 0; i < bulletin->languages.count; i++) {
        struct str language = bulletin->languages.at[i].text;
        add_job(session, jobs, (struct job){.bulletin = bulletin, .language = language}, "bulletin",
                bulletin->id.text, language);
    }
}

static void add_directory(struct session *session, struct jobs *jobs, const void *record) {
    const struct directory *directory = record;
    for (size_t i = 0; i < directory->languages.count; i++) {
        struct str language = directory->languages.at[i].text;
        add_job(session, jobs, (struct job){.directory = directory, .language = language},
                "directory", directory->id.text, language);
    }
}

/* Records of one kind; the first member of each is the struct string of its id. */
struct records {
    const char *what;
    const char *at;
    size_t count, size;
    void (*add)(struct session *session, struct jobs *jobs, const void *record);
};

/* Those that came from the file `word`, or the one with that id. */
static bool add_named(struct session *session, struct jobs *jobs, const struct records *records,
                      const char *word) {
    const char *file = file_exists(word) ? model_file(session->model, word) : NULL;
    bool found = false;
    for (size_t i = 0; i < records->count; i++) {
        const struct string *id = (const void *)(records->at + i * records->size);
        if (file ? id->span.file != file : !str_equal(id->text, str_from(word)))
            continue;
        records->add(session, jobs, id);
        found = true;
    }
    if (!found)
        fprintf(stderr, "attache: there is no %s `%s`, neither as an id nor as a file\n",
                records->what, word);
    return found;
}

static bool add_all(struct session *session, struct jobs *jobs, const struct records *records) {
    const struct options *options = &session->options;
    bool good = true;
    for (size_t i = 0; i < options->argument_count; i++)
        good &= add_named(session, jobs, records, options->arguments[i]);
    for (size_t i = 0; i < records->count && options->argument_count == 0; i++)
        records->add(session, jobs, records->at + i * records->size);
    return good;
}

#define RECORDS(list, name, function)                                                              \
    &(const struct records) {                                                                      \
        name, (const char *)session->model->list.at, session->model->list.count,                   \
            sizeof *session->model->list.at, function                                              \
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
