#include "cli/session.h"
#include "base/file.h"
#include "cli/fonts.h"
#include "cli/share.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Offset on coated paper, ISO 12647-2. */
#define PRESS_PROFILE "FOGRA39L_coated.icc"

static double seconds_of(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

double clock_seconds(void) {
    return seconds_of(CLOCK_MONOTONIC);
}

double cpu_seconds(void) {
    return seconds_of(CLOCK_PROCESS_CPUTIME_ID);
}

double thread_seconds(void) {
    return seconds_of(CLOCK_THREAD_CPUTIME_ID);
}

static bool is_file_name(const char *word) {
    return strchr(word, '/') || str_ends(str_from(word), STR(".yaml")) || file_exists(word);
}

/* Files of the command line: named documents, and a theme that is not just a name. */
static const char **named_files(struct session *session, size_t *count) {
    const struct options *options = &session->options;
    const char **files = arena_make(session->arena, const char *, options->argument_count + 1);
    *count = 0;
    for (size_t i = 0; i < options->argument_count; i++)
        if (is_file_name(options->arguments[i]))
            files[(*count)++] = options->arguments[i];
    if (options->theme && is_file_name(options->theme))
        files[(*count)++] = options->theme;
    return files;
}

static void name_theme(struct session *session, const char *name) {
    const struct themes *themes = &session->model->themes;
    const char **names = arena_make(session->arena, const char *, themes->count + 1);
    for (size_t i = 0; i < themes->count; i++)
        names[i] = str_copy(session->arena, themes->at[i].name.text).at;
    const char *nearest = schema_nearest(str_from(name), names, themes->count);
    fprintf(stderr, "attache: there is no theme `%s`, neither as a name nor as a file", name);
    if (nearest)
        fprintf(stderr, "; did you mean `%s`?", nearest);
    fputc('\n', stderr);
}

static void find_theme(struct session *session) {
    const char *name = session->options.theme;
    if (!name)
        return;
    const char *file = is_file_name(name) ? model_file(session->model, name) : NULL;
    for (size_t i = 0; file && i < session->model->themes.count; i++)
        if (session->model->themes.at[i].name.span.file == file)
            session->theme = &session->model->themes.at[i];
    if (!file)
        session->theme = theme_find(session->model, str_from(name));
    if (session->theme || diag_faults(session->diag))
        return;
    if (file)
        fprintf(stderr, "attache: %s holds no theme\n", file);
    else
        name_theme(session, name);
    session->misused = true;
}

/* A profile beside the data, else where the program is installed; NULL when it is in neither. */
static const char *find_profile(struct session *session, const char *name) {
    struct arena *arena = session->arena;
    struct str in_data = path_join(arena, STR("profiles"), str_from(name));
    struct str beside = path_join(arena, str_from(session->options.data), in_data);
    return file_exists(beside.at) ? beside.at
                                  : share_find(str_join(arena, STR("data/"), in_data).at, arena);
}

static void find_profiles(struct session *session) {
    session->profile = find_profile(session, "sRGB.icc");
    if (!session->options.press)
        return;
    session->press_profile = find_profile(session, PRESS_PROFILE);
    if (!session->press_profile || !session->profile)
        diag_fault(session->diag, (struct span){.file = session->options.data},
                   "put sRGB.icc and " PRESS_PROFILE " into `profiles` of the data",
                   "a file for the press needs the profiles of screen and press");
}

/* A release anywhere can be printed with the words and themes of the sample. */
static void find_data(struct session *session) {
    struct options *options = &session->options;
    if (options->data)
        return;
    const char *shared = options->argument_count ? share_find("data", session->arena) : NULL;
    options->data = shared && !folder_exists("data") ? shared : "data";
}

static bool data_missing(struct session *session) {
    const char *folder = session->options.data;
    if (folder_exists(folder))
        return false;
    fprintf(stderr,
            "attache: there is no folder `%s`; run attache where the data folder lies, or name it "
            "with --data\n",
            folder);
    return session->misused = true;
}

/* Print versions that are named, or a shard of them, need little of the data. */
static void request_print(struct session *session, struct model_request *request) {
    const struct options *options = &session->options;
    request->print_only = options->command == COMMAND_PRINT &&
                          (options->argument_count > 0 || options->shard.count > 0);
    request->shard = options->shard;
    if (!request->print_only)
        return;
    const char **ids = arena_make(session->arena, const char *, options->argument_count);
    for (size_t i = 0; i < options->argument_count; i++)
        if (!is_file_name(options->arguments[i]))
            ids[request->release_count++] = options->arguments[i];
    request->releases = ids;
    if (!options->theme)
        request->theme = RELEASE_THEME;
    else if (!is_file_name(options->theme))
        request->theme = options->theme;
}

bool session_open(struct session *session) {
    double begin = cpu_seconds();
    find_data(session);
    if (data_missing(session))
        return false;
    struct model_request request = {.folder = session->options.data, .jobs = session->options.jobs};
    request.files = named_files(session, &request.file_count);
    request_print(session, &request);
    session->model = model_load(&request, session->arena, session->diag);
    session->read = cpu_seconds() - begin;
    model_check(session->model, session->diag);
    find_theme(session);
    find_profiles(session);
    session->fonts = fonts_open(session->options.data, session->options.command != COMMAND_CHECK,
                                session->arena, session->diag);
    session->check = cpu_seconds() - begin - session->read;
    return diag_faults(session->diag) == 0 && !session->misused;
}

int session_close(struct session *session) {
    diag_print(session->diag, stderr);
    if (session->misused)
        return EXIT_USAGE;
    return diag_faults(session->diag) ? EXIT_DATA : EXIT_DONE;
}
