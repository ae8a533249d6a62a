#include "cli/sources.h"
#include "base/file.h"
#include "model/files.h"
#include "model/index.h"

#include <stdlib.h>
#include <string.h>

static const char *record_file(const struct job *job) {
    if (job->release)
        return job->release->span.file;
    return job->bulletin ? job->bulletin->span.file : job->directory->span.file;
}

static int by_name(const void *name, const void *entry) {
    return strcmp(name, *(const char *const *)entry);
}

/* Whether the file holds records, not labels or a look. */
static bool holds_records(const struct data_file *file) {
    return file->part < PARTS && file->part != PART_LABELS && file->part != PART_THEMES;
}

static void add(struct attachment *list, size_t *count, const char *path, const char *what) {
    list[(*count)++] = (struct attachment){.path = path,
                                           .name = path_name(str_from(path)),
                                           .description = str_from(what),
                                           .type = STR("application/yaml")};
}

static bool names_differ(const struct attachment *list, size_t count, struct arena *arena) {
    struct id_table table;
    struct str *names = arena_make(arena, struct str, count);
    for (size_t i = 0; i < count; i++)
        names[i] = list[i].name;
    id_table_fill(&table, arena, names, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        if (id_table_find(&table, names[i]) != &names[i])
            return false;
    return true;
}

/* Where two files have one name all get a number before it. */
static void tell_apart(struct attachment *list, size_t count, struct arena *arena) {
    if (names_differ(list, count, arena))
        return;
    for (size_t i = 0; i < count; i++)
        list[i].name = str_print(arena, "%zu-%.*s", i + 1, STR_ARGS(list[i].name));
}

const struct attachment *sources_of(const struct model *model, const struct job *job,
                                    const struct doc *doc, struct arena *arena, size_t *count) {
    size_t used_count;
    const char **used = doc_files(doc, arena, &used_count);
    struct attachment *list = arena_make(arena, struct attachment, used_count + 1);
    *count = 0;
    add(list, count, record_file(job), "The record of this document, YAML");
    for (size_t i = 0; i < model->files->list.count; i++) {
        const struct data_file *file = &model->files->list.at[i];
        if (holds_records(file) && strcmp(file->path, list[0].path) != 0 &&
            bsearch(file->path, used, used_count, sizeof *used, by_name))
            add(list, count, file->path, "Records that this document shows, YAML");
    }
    tell_apart(list, *count, arena);
    return list;
}
