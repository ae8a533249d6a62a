#include "cli/inputs.h"
#include "base/file.h"
#include "base/workers.h"
#include "cli/build_id.h"
#include "cli/fonts.h"
#include "model/files.h"
#include "publication/release.h"
#include "publication/select.h"

#include <stdlib.h>
#include <string.h>

/* ---- what all documents depend on ---- */

struct paths {
    ARRAY(const char *) list;
    struct arena *arena;
};

static void add_path(struct paths *paths, const char *path) {
    size_t count = paths->list.count;
    bool again = count && path && strcmp(path, paths->list.at[count - 1]) == 0;
    if (path && !again)
        array_push(&paths->list, paths->arena, path);
}

static void add_fonts(struct paths *paths, const struct session *session) {
    add_path(paths, fonts_manifest(session->options.data, paths->arena));
    for (size_t i = 0; i < fonts_face_count(session->fonts); i++)
        add_path(paths, fonts_file(session->fonts, (uint32_t)i, paths->arena));
}

static void add_hyphenation(struct paths *paths, const char *folder) {
    size_t count;
    struct str *found = folder_list(paths->arena, folder, ".dic", &count);
    for (size_t i = 0; i < count; i++)
        add_path(paths, found[i].at);
}

struct reading {
    const struct paths *paths;
    struct digest *digests;
};

static void digest_path(void *context, size_t index, unsigned worker) {
    (void)worker;
    const struct reading *reading = context;
    file_digest(reading->paths->list.at[index], &reading->digests[index]);
}

/* A file that cannot be read counts by its path; where it is needed that is a fault. */
static void add_files(struct digester *digester, const struct paths *paths, unsigned jobs) {
    size_t count = paths->list.count;
    struct reading reading = {paths, arena_make(paths->arena, struct digest, count + 1)};
    workers_run(jobs, count, digest_path, &reading);
    for (size_t i = 0; i < count; i++) {
        digester_field(digester, str_from(paths->list.at[i]));
        digester_digest(digester, reading.digests[i]);
    }
}

static void add_options(struct digester *digester, const struct options *options) {
    digester_number(digester, options->press);
    digester_number(digester, options->imposition);
    digester_field(digester, str_from(options->job));
    digester_number(digester, options->show);
    digester_number(digester, options->attach_source);
    digester_number(digester, (uint64_t)options->created);
}

struct digest inputs_common(const struct session *session, const char *hyphen_folder) {
    struct digester digester = {.length = 0};
    struct paths paths = {.arena = arena_new()};
    digester_digest(&digester, build_digest());
    add_options(&digester, &session->options);
    add_fonts(&paths, session);
    add_hyphenation(&paths, hyphen_folder);
    add_path(&paths, session->profile);
    add_path(&paths, session->press_profile);
    add_files(&digester, &paths, session->options.jobs);
    arena_free(paths.arena);
    return digester_end(&digester);
}

/* ---- where the data lie ---- */

/* An absolute path without links; `path` as it is where there is no such folder. */
static struct str real_path(struct arena *arena, const char *path) {
    char *real = realpath(path, NULL);
    struct str copy = str_copy(arena, str_from(real ? real : path));
    free(real);
    return copy;
}

/* Bytes of the folders that both paths begin with. */
static size_t common_folders(struct str a, struct str b) {
    size_t common = 0;
    for (size_t i = 0; i < a.length && i < b.length && a.at[i] == b.at[i]; i++)
        if (a.at[i] == '/')
            common = i + 1;
    return common;
}

/* As in "../../press/data": how many folders up, and the way from there. */
struct digest inputs_origin(const char *data, const char *out) {
    struct arena *arena = arena_new();
    struct str to = real_path(arena, data), from = real_path(arena, out);
    size_t common = common_folders(to, from);
    uint64_t up = 1;
    for (size_t i = common; i < from.length; i++)
        up += from.at[i] == '/';
    struct digester digester = {.length = 0};
    digester_number(&digester, up);
    digester_field(&digester, (struct str){to.at + common, to.length - common});
    arena_free(arena);
    return digester_end(&digester);
}

/* ---- what one depends on ---- */

struct gathering {
    const struct model *model;
    struct digester digester;
};

static void add_file(struct gathering *gathering, const char *file) {
    if (!file)
        return;
    digester_field(&gathering->digester, path_name(str_from(file)));
    digester_digest(&gathering->digester, model_digest(gathering->model, file));
}

/* The bytes of a file that a theme names. */
static void add_named(struct gathering *gathering, const struct string *name, struct arena *arena) {
    struct digest digest = {{0}};
    if (!name->text.length)
        return;
    struct str folder = path_folder(str_from(name->span.file));
    file_digest(path_join(arena, folder, name->text).at, &digest);
    digester_digest(&gathering->digester, digest);
}

/* The files of all other kinds. */
static void add_all_but_releases(struct gathering *gathering) {
    const struct model_files *files = gathering->model->files;
    for (size_t i = 0; i < files->list.count; i++)
        if (files->list.at[i].part != PART_RELEASES)
            add_file(gathering, files->list.at[i].path);
}

static void add_labels(struct gathering *gathering) {
    const struct model_files *files = gathering->model->files;
    for (size_t i = 0; i < files->list.count; i++)
        if (files->list.at[i].part == PART_LABELS)
            add_file(gathering, files->list.at[i].path);
}

static void add_mission(struct gathering *gathering, const struct mission *mission) {
    add_file(gathering, mission ? mission->id.span.file : NULL);
}

static void add_release(struct gathering *gathering, const struct edition *edition,
                        const struct release *release) {
    add_file(gathering, release->id.span.file);
    add_mission(gathering, release_issuer(edition, release));
    for (size_t i = 0; i < release->missions.count; i++)
        add_mission(gathering, mission_find(edition->model, release->missions.at[i].text));
    for (size_t i = 0; i < release->translations.count; i++) {
        const struct release *other =
            release_find(edition->model, release->translations.at[i].text);
        add_file(gathering, other ? other->id.span.file : NULL);
    }
}

static void add_bulletin(struct gathering *gathering, const struct edition *edition,
                         const struct bulletin *bulletin) {
    for (size_t i = 0; i < bulletin->languages.count; i++) {
        struct edition other = *edition;
        other.language = bulletin->languages.at[i].text;
        struct chosen_releases chosen = select_releases(&other, bulletin);
        digester_number(&gathering->digester, chosen.count);
        for (size_t k = 0; k < chosen.count; k++)
            add_release(gathering, &other, chosen.at[k]);
    }
}

static struct str job_id(const struct job *job) {
    return job->release    ? job->release->id.text
           : job->bulletin ? job->bulletin->id.text
                           : job->directory->id.text;
}

struct digest inputs_of(struct digest common, const struct edition *edition,
                        const struct job *job) {
    struct gathering gathering = {.model = edition->model};
    digester_digest(&gathering.digester, common);
    digester_number(&gathering.digester, job->release ? 0 : job->bulletin ? 1 : 2);
    digester_field(&gathering.digester, job_id(job));
    digester_field(&gathering.digester, job->language);
    add_file(&gathering, edition->theme->span.file);
    add_named(&gathering, &edition->theme->press.profile, edition->arena);
    add_named(&gathering, &edition->theme->logo, edition->arena);
    if (job->release) {
        add_labels(&gathering);
        add_release(&gathering, edition, job->release);
    } else {
        add_all_but_releases(&gathering);
    }
    if (job->bulletin)
        add_bulletin(&gathering, edition, job->bulletin);
    return digester_end(&gathering.digester);
}

/* ---- pictures ---- */

bool inputs_may_show_pictures(const struct edition *edition, const struct job *job) {
    if (!job->release || edition->theme->logo.text.length)
        return true;
    const struct text *body = &job->release->body;
    for (size_t i = 0; i < body->count; i++)
        if (str_find(body->at[i].text, STR("![")) != SIZE_MAX)
            return true;
    return false;
}

static void add_pictures(struct digester *digester, const struct block *block) {
    struct digest digest = {{0}};
    if (block->picture && file_digest(block->picture->path, &digest))
        digester_digest(digester, digest);
    for (const struct block *child = block->first; child; child = child->next)
        add_pictures(digester, child);
}

struct digest inputs_with_pictures(struct digest inputs, const struct doc *doc) {
    struct digester digester = {.length = 0};
    digester_digest(&digester, inputs);
    for (const struct flow *flow = doc->first; flow; flow = flow->next)
        add_pictures(&digester, flow->root);
    return digester_end(&digester);
}
