#include "model/strays.h"
#include "base/file.h"
#include "model/files.h"
#include "yaml/schema.h"

#include <dirent.h>

struct search {
    struct arena *arena;
    struct diag *diag;
    struct str folder;
};

static void report(const struct search *search, struct str name, struct str hint,
                   const char *what) {
    struct str path = path_join(search->arena, search->folder, name);
    diag_warn(search->diag, (struct span){.file = path.at}, hint.at, "%s", what);
}

/* Other endings that editors and systems give such files. */
static const char *const endings[] = {".yml", ".YAML", ".YML", ".yaml.txt", ".yml.txt"};

/* The name as it should be; empty where it is none of YAML. */
static struct str right_name(struct arena *arena, struct str name) {
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends(name, str_from(endings[i])))
            return str_join(arena, str_part(name, 0, name.length - str_from(endings[i]).length),
                            STR(".yaml"));
    return (struct str){0};
}

static void check_ending(const struct search *search, struct str name) {
    struct str right = right_name(search->arena, name);
    if (right.length)
        report(search, name, str_print(search->arena, "name it `%.*s`", STR_ARGS(right)),
               "the file is not read, for its name does not end in .yaml");
}

/* Pictures may have a folder of their own. */
static bool holds_yaml(const struct search *search, struct str name) {
    size_t count;
    struct str path = path_join(search->arena, search->folder, name);
    folder_list(search->arena, path.at, ".yaml", &count);
    return count > 0 || str_ends(name, STR(".yaml"));
}

static void check_part(const struct search *search, struct str name, bool is_folder) {
    if (is_folder && holds_yaml(search, name))
        report(search, name,
               str_print(search->arena, "put its files into %.*s", STR_ARGS(search->folder)),
               "the folder is not read: files of data lie side by side");
    else if (!is_folder)
        check_ending(search, name);
}

static void check_top(const struct search *search, struct str name, bool is_folder) {
    size_t count;
    const char *const *parts = files_folders(&count);
    const char *nearest = is_folder ? schema_nearest(name, parts, count) : NULL;
    if (nearest && !str_equal(name, str_from(nearest)))
        report(search, name, str_print(search->arena, "did you mean `%s`?", nearest),
               "the folder is not read");
    if (is_folder)
        return;
    check_ending(search, name);
    if (str_ends(name, STR(".yaml")) && !files_takes_top(name))
        report(search, name,
               STR("put it into missions, releases, bulletins or directories; only labels.yaml and "
                   "theme….yaml lie beside these"),
               "the file is not read where it lies");
}

static void look_through(const struct search *search,
                         void (*check)(const struct search *search, struct str name,
                                       bool is_folder)) {
    DIR *entries = opendir(search->folder.at);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        if (entry->d_name[0] == '.')
            continue;
        struct str name = str_copy(search->arena, str_from(entry->d_name));
        check(search, name, folder_exists(path_join(search->arena, search->folder, name).at));
    }
    if (entries)
        closedir(entries);
}

void strays_report(const char *folder, struct arena *arena, struct diag *diag) {
    struct search search = {arena, diag, str_from(folder)};
    size_t count;
    const char *const *parts = files_folders(&count);
    look_through(&search, check_top);
    for (size_t i = 0; i < count; i++) {
        search.folder = path_join(arena, str_from(folder), str_from(parts[i]));
        look_through(&search, check_part);
    }
}
