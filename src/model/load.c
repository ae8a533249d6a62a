#include "model/index.h"
#include "model/model.h"
#include "model/roots.h"

#include "base/array.h"
#include "base/file.h"
#include "base/workers.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum file_kind {
    FILE_MISSIONS,
    FILE_RELEASES,
    FILE_BULLETIN,
    FILE_DIRECTORY,
    FILE_LABELS,
    FILE_THEME,
    FILE_ANY
};

/* One file: read on any thread, into memory of its own. */
struct data_file {
    const char *path;
    enum file_kind kind;
    bool named; /* on the command line */
    struct arena *arena;
    struct diag *diag;
    struct mission_file missions;
    struct release_file releases;
    struct label_file labels;
    struct bulletin *bulletin;
    struct directory *directory;
    struct theme *theme;
};

struct model_files {
    ARRAY(struct data_file) list;
};

/* ---- which files ---- */

static void add_file(struct model_files *files, struct arena *arena, const char *path,
                     enum file_kind kind) {
    array_push(&files->list, arena, (struct data_file){.path = path, .kind = kind});
}

static void add_folder(struct model_files *files, struct arena *arena, struct str folder,
                       const char *name, enum file_kind kind) {
    size_t count;
    struct str path = path_join(arena, folder, str_from(name));
    struct str *found = folder_list(arena, path.at, ".yaml", &count);
    for (size_t i = 0; i < count; i++)
        add_file(files, arena, found[i].at, kind);
}

static void add_top(struct model_files *files, struct arena *arena, struct str folder) {
    size_t count;
    struct str *found = folder_list(arena, folder.at, ".yaml", &count);
    for (size_t i = 0; i < count; i++) {
        struct str name = path_name(found[i]);
        if (str_equal(name, STR("labels.yaml")))
            add_file(files, arena, found[i].at, FILE_LABELS);
        else if (str_starts(name, STR("theme")))
            add_file(files, arena, found[i].at, FILE_THEME);
    }
}

static bool same_file(const char *a, const char *b) {
    char *left = realpath(a, NULL), *right = realpath(b, NULL);
    bool same = left && right && strcmp(left, right) == 0;
    free(left);
    free(right);
    return same;
}

static void add_named(struct model_files *files, struct arena *arena, const char *path) {
    for (size_t i = 0; i < files->list.count; i++)
        if (same_file(files->list.at[i].path, path)) {
            files->list.at[i].named = true;
            return;
        }
    add_file(files, arena, path, FILE_ANY);
}

static void find_files(struct model_files *files, const struct model_request *request,
                       struct arena *arena) {
    struct str folder = str_from(request->folder);
    add_top(files, arena, folder);
    add_folder(files, arena, folder, "missions", FILE_MISSIONS);
    add_folder(files, arena, folder, "releases", FILE_RELEASES);
    add_folder(files, arena, folder, "bulletins", FILE_BULLETIN);
    add_folder(files, arena, folder, "directories", FILE_DIRECTORY);
    for (size_t i = 0; i < request->file_count; i++)
        add_named(files, arena, request->files[i]);
}

/* ---- reading one ---- */

static bool has(const struct node *root, const char *key) {
    return node_find(root, str_from(key)) != NULL;
}

/* What a file is that lies nowhere in particular, by the keys of its root. */
static enum file_kind kind_of(const struct node *root) {
    if (has(root, "missions") && !has(root, "title") && !has(root, "body"))
        return FILE_MISSIONS;
    if (has(root, "releases") || has(root, "body"))
        return FILE_RELEASES;
    if (has(root, "roles") || has(root, "grid"))
        return FILE_THEME;
    if (has(root, "imprint") || has(root, "number") || has(root, "listing"))
        return FILE_BULLETIN;
    if (has(root, "as_of") || has(root, "indexes"))
        return FILE_DIRECTORY;
    return has(root, "title") ? FILE_RELEASES : FILE_ANY;
}

static void read_releases(struct data_file *file, const struct node *root) {
    if (has(root, "releases")) {
        schema_read(&release_file_record, root, &file->releases, file->arena, file->diag);
        return;
    }
    file->releases.releases.at = arena_make(file->arena, struct release, 1);
    file->releases.releases.count = 1;
    schema_read(&release_record, root, file->releases.releases.at, file->arena, file->diag);
}

#define READ_ONE(file, member, record, root)                                                       \
    ((file)->member = arena_calloc((file)->arena, 1, sizeof *(file)->member),                      \
     schema_read(&(record), (root), (file)->member, (file)->arena, (file)->diag))

static void read_root(struct data_file *file, const struct node *root) {
    switch (file->kind == FILE_ANY ? kind_of(root) : file->kind) {
    case FILE_MISSIONS:
        schema_read(&mission_file_record, root, &file->missions, file->arena, file->diag);
        break;
    case FILE_RELEASES:
        read_releases(file, root);
        break;
    case FILE_LABELS:
        schema_read(&label_file_record, root, &file->labels, file->arena, file->diag);
        break;
    case FILE_BULLETIN:
        READ_ONE(file, bulletin, bulletin_record, root);
        break;
    case FILE_DIRECTORY:
        READ_ONE(file, directory, directory_record, root);
        break;
    case FILE_THEME:
        READ_ONE(file, theme, theme_record, root);
        break;
    case FILE_ANY:
        diag_fault(
            file->diag, root->span,
            "a release has title, date, language and body; a bulletin has number, from and to; "
            "a directory has title and as_of; a theme has grid and roles",
            "the file is neither a release, a bulletin, a directory nor a theme");
        break;
    }
}

static void read_file(void *context, size_t index, unsigned worker) {
    (void)worker;
    struct data_file *file = &((struct model_files *)context)->list.at[index];
    file->arena = arena_new();
    file->diag = diag_new(file->arena);
    struct mapping mapping;
    if (!mapping_open(&mapping, file->path, (struct span){0}, file->diag))
        return;
    const struct node *root = yaml_read(file->arena, file->path, mapping.bytes, file->diag);
    mapping_close(&mapping);
    if (root)
        read_root(file, root);
}

/* ---- the model ---- */

/* Appends `count` records of `size` bytes at *at. */
static void append(struct arena *arena, void *list, const void *records, size_t count,
                   size_t size) {
    struct {
        char *at;
        size_t count;
    } *target = list;
    if (count == 0)
        return;
    target->at =
        arena_grow(arena, target->at, target->count * size, (target->count + count) * size);
    memcpy(target->at + target->count * size, records, count * size);
    target->count += count;
}

#define APPEND(arena, list, records, number)                                                       \
    append((arena), &(list), (records), (number), sizeof *(list).at)

static void merge_file(struct model *model, const struct data_file *file, struct arena *arena) {
    APPEND(arena, model->missions, file->missions.missions.at, file->missions.missions.count);
    APPEND(arena, model->sources, file->missions.sources.at, file->missions.sources.count);
    APPEND(arena, model->releases, file->releases.releases.at, file->releases.releases.count);
    APPEND(arena, model->labels, file->labels.labels.at, file->labels.labels.count);
    APPEND(arena, model->bulletins, file->bulletin, file->bulletin ? 1 : 0);
    APPEND(arena, model->directories, file->directory, file->directory ? 1 : 0);
    APPEND(arena, model->themes, file->theme, file->theme ? 1 : 0);
}

static int compare_labels(const void *a, const void *b) {
    return str_compare(((const struct label *)a)->key.text, ((const struct label *)b)->key.text);
}

static size_t letters_of(struct str key) {
    size_t n = 0;
    while (n < key.length && !isdigit((unsigned char)key.at[n]))
        n++;
    return n;
}

/* S2 stands before S10. */
static int compare_sources(const void *a, const void *b) {
    struct str left = ((const struct source *)a)->key.text;
    struct str right = ((const struct source *)b)->key.text;
    size_t letters = letters_of(left);
    bool alike = letters == letters_of(right) && memcmp(left.at, right.at, letters) == 0;
    if (alike && left.length != right.length)
        return left.length < right.length ? -1 : 1;
    return str_compare(left, right);
}

static void index_model(struct model *model, struct arena *arena) {
    struct model_index *index = model->index = arena_make(arena, struct model_index, 1);
#define FILL(list)                                                                                 \
    id_table_fill(&index->list, arena, model->list.at, model->list.count, sizeof *model->list.at)
    FILL(missions);
    FILL(releases);
    FILL(bulletins);
    FILL(directories);
    FILL(themes);
#undef FILL
}

struct model *model_load(const struct model_request *request, struct arena *arena,
                         struct diag *diag) {
    struct model *model = arena_make(arena, struct model, 1);
    model->folder = str_from(request->folder);
    model->files = arena_make(arena, struct model_files, 1);
    if (!folder_exists(request->folder))
        diag_fault(diag, (struct span){.file = request->folder}, "name the folder with --data",
                   "there is no such folder");
    find_files(model->files, request, arena);
    workers_run(request->jobs, model->files->list.count, read_file, model->files);
    for (size_t i = 0; i < model->files->list.count; i++) {
        merge_file(model, &model->files->list.at[i], arena);
        diag_merge(diag, model->files->list.at[i].diag);
    }
    if (model->labels.count)
        qsort(model->labels.at, model->labels.count, sizeof *model->labels.at, compare_labels);
    if (model->sources.count)
        qsort(model->sources.at, model->sources.count, sizeof *model->sources.at, compare_sources);
    index_model(model, arena);
    return model;
}

void model_free(struct model *model) {
    for (size_t i = 0; i < model->files->list.count; i++)
        arena_free(model->files->list.at[i].arena);
}

const char *model_file(const struct model *model, const char *path) {
    for (size_t i = 0; i < model->files->list.count; i++)
        if (same_file(model->files->list.at[i].path, path))
            return model->files->list.at[i].path;
    return NULL;
}
