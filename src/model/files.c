#include "model/files.h"
#include "base/file.h"

#include <stdlib.h>

enum { FOLDERS = 4 };
static const char *const folders[FOLDERS] = {"missions", "releases", "bulletins", "directories"};
static const enum file_kind kinds[FOLDERS] = {FILE_MISSIONS, FILE_RELEASES, FILE_BULLETIN,
                                              FILE_DIRECTORY};

const char *const *files_folders(size_t *count) {
    *count = FOLDERS;
    return folders;
}

static enum file_kind kind_at_top(struct str name) {
    if (str_equal(name, STR("labels.yaml")))
        return FILE_LABELS;
    return str_starts(name, STR("theme")) ? FILE_THEME : FILE_ANY;
}

bool files_takes_top(struct str name) {
    return kind_at_top(name) != FILE_ANY;
}

void files_add(struct model_files *files, struct arena *arena, const char *path,
               enum file_kind kind) {
    array_push(&files->list, arena, (struct data_file){.path = path, .kind = kind, .part = PARTS});
}

static void add_folder(struct model_files *files, struct arena *arena, struct str folder,
                       enum file_kind kind) {
    size_t count;
    struct str *found = folder_list(arena, folder.at, ".yaml", &count);
    array_reserve(&files->list, arena, count);
    for (size_t i = 0; i < count; i++)
        files_add(files, arena, found[i].at, kind);
}

static void add_top(struct model_files *files, struct arena *arena, const char *folder) {
    size_t count;
    struct str *found = folder_list(arena, folder, ".yaml", &count);
    for (size_t i = 0; i < count; i++) {
        enum file_kind kind = kind_at_top(path_name(found[i]));
        if (kind != FILE_ANY)
            files_add(files, arena, found[i].at, kind);
    }
}

/* The folder without links and dots; as it is where it cannot be found. */
static struct str real_folder(struct arena *arena, struct str folder) {
    char *real = realpath(str_copy(arena, folder).at, NULL);
    struct str result = str_copy(arena, real ? str_from(real) : folder);
    free(real);
    return result;
}

/* The same for all names of a file whose own name is no link. Neighbours share the folder: it is
 * looked up when it changes. */
struct real_names {
    struct arena *arena;
    struct str folder, real;
};

static struct str real_name(struct real_names *names, const char *path) {
    struct str folder = path_folder(str_from(path));
    if (!names->folder.at || !str_equal(folder, names->folder)) {
        names->folder = folder;
        names->real = real_folder(names->arena, folder);
    }
    return path_join(names->arena, names->real, path_name(str_from(path)));
}

void files_add_named(struct model_files *files, const struct model_request *request,
                     struct arena *arena) {
    if (request->file_count == 0)
        return;
    size_t listed = files->list.count, count = listed + request->file_count;
    struct file_name *real = arena_make(arena, struct file_name, count);
    struct real_names names = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        const char *path = i < listed ? files->list.at[i].path : request->files[i - listed];
        real[i] = (struct file_name){real_name(&names, path), path};
    }
    struct id_table table;
    id_table_fill(&table, arena, real, count, sizeof *real);
    files->named = arena_make(arena, struct file_name, request->file_count);
    for (size_t i = listed; i < count; i++) {
        const struct file_name *first = id_table_find(&table, real[i].name);
        if (first == &real[i])
            files_add(files, arena, first->path, FILE_ANY);
        files->named[i - listed] = (struct file_name){str_from(real[i].path), first->path};
    }
    id_table_fill(&files->named_table, arena, files->named, request->file_count,
                  sizeof *files->named);
}

void files_find(struct model_files *files, const struct model_request *request,
                struct arena *arena) {
    if (request->folder) {
        add_top(files, arena, request->folder);
        for (size_t i = 0; i < FOLDERS; i++)
            add_folder(files, arena,
                       path_join(arena, str_from(request->folder), str_from(folders[i])), kinds[i]);
    }
    files_add_named(files, request, arena);
}

struct digest model_digest(const struct model *model, const char *file) {
    const struct model_files *files = model->files;
    const struct file_digest *found =
        files->digests ? id_table_find(&files->digest_table, str_from(file)) : NULL;
    return found ? found->digest : (struct digest){{0}};
}

const char *model_file(const struct model *model, const char *path) {
    const struct model_files *files = model->files;
    if (!files->named)
        return NULL;
    const struct file_name *found = id_table_find(&files->named_table, str_from(path));
    return found ? found->path : NULL;
}
