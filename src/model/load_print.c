/* Reads no more of a folder than some print versions need. Releases are looked for in files named
 * by their ids, missions in the files that mention theirs. Whatever is not found there makes the
 * whole folder be read, so that nothing depends on the names. */
#include "model/load.h"

#include "base/file.h"
#include <string.h>

enum {
    MOST_ROUNDS = 4,   /* translations that name further translations */
    MOST_SEARCHED = 16 /* missions: beyond that reading is cheaper than searching */
};

struct loading {
    const struct model_request *request;
    struct arena *arena;
    struct model *model;
    struct model_files *files;
};

/* The first member makes it a record of an id_table. */
struct wish {
    struct str id;
};
struct wishes {
    ARRAY(struct wish) list;
};

static void wish_add(struct wishes *wishes, struct arena *arena, struct str id) {
    if (id.length)
        array_push(&wishes->list, arena, (struct wish){id});
}

/* Each once. */
static void wishes_merge(struct wishes *wishes, struct arena *arena) {
    struct id_table table;
    struct wishes once = {0};
    id_table_fill(&table, arena, wishes->list.at, wishes->list.count, sizeof *wishes->list.at);
    for (size_t i = 0; i < wishes->list.count; i++)
        if (id_table_find(&table, wishes->list.at[i].id) == &wishes->list.at[i])
            wish_add(&once, arena, wishes->list.at[i].id);
    *wishes = once;
}

/* `folder` is below data/, or empty. */
static struct str in_folder(const struct loading *loading, struct str folder, struct str stem) {
    struct str base = str_from(loading->request->folder);
    if (folder.length)
        base = path_join(loading->arena, base, folder);
    return path_join(loading->arena, base, str_join(loading->arena, stem, STR(".yaml")));
}

/* ---- releases ---- */

#define EACH_RELEASE(files, release)                                                               \
    for (size_t f_ = 0; f_ < (files)->list.count; f_++)                                            \
        if ((files)->list.at[f_].part == PART_RELEASES)                                            \
            for (const struct release *release = (files)->list.at[f_].items.at,                    \
                                      *end_ = release + (files)->list.at[f_].items.count;          \
                 release < end_; release++)

static struct wishes releases_known(const struct loading *loading) {
    struct wishes known = {0};
    EACH_RELEASE(loading->files, release)
    wish_add(&known, loading->arena, release->id.text);
    return known;
}

static struct wishes releases_wanted(const struct loading *loading) {
    struct wishes wanted = {0};
    for (size_t i = 0; i < loading->request->release_count; i++)
        wish_add(&wanted, loading->arena, str_from(loading->request->releases[i]));
    EACH_RELEASE(loading->files, release)
    for (size_t i = 0; i < release->translations.count; i++)
        wish_add(&wanted, loading->arena, release->translations.at[i].text);
    wishes_merge(&wanted, loading->arena);
    return wanted;
}

/* Adds the files of releases that are wanted and not known; false when one is not there. */
static bool add_missing(struct loading *loading) {
    struct wishes known = releases_known(loading), wanted = releases_wanted(loading);
    struct id_table table;
    id_table_fill(&table, loading->arena, known.list.at, known.list.count, sizeof *known.list.at);
    for (size_t i = 0; i < wanted.list.count; i++) {
        struct str id = wanted.list.at[i].id;
        if (id_table_find(&table, id))
            continue;
        struct str path = in_folder(loading, STR("releases"), id);
        if (str_find(id, STR("/")) != SIZE_MAX || !file_exists(path.at))
            return false;
        files_add(loading->files, loading->arena, path.at, FILE_RELEASES);
    }
    return true;
}

static bool read_releases(struct loading *loading) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
        size_t from = loading->files->list.count;
        if (!add_missing(loading))
            return false;
        if (loading->files->list.count == from)
            return true;
        files_read(loading->files, from);
    }
    return false;
}

/* ---- missions ---- */

/* Where a release names no issuer the ministry is it. */
static struct wishes missions_wanted(const struct loading *loading, bool *ministry) {
    struct wishes wanted = {0};
    EACH_RELEASE(loading->files, release) {
        *ministry |= release->issuer.text.length == 0;
        wish_add(&wanted, loading->arena, release->issuer.text);
        for (size_t i = 0; i < release->missions.count; i++)
            wish_add(&wanted, loading->arena, release->missions.at[i].text);
    }
    wishes_merge(&wanted, loading->arena);
    return wanted;
}

static bool mentions(struct str bytes, const struct wishes *wishes) {
    for (size_t i = 0; i < wishes->list.count; i++)
        if (str_find(bytes, wishes->list.at[i].id) != SIZE_MAX)
            return true;
    return false;
}

static bool file_mentions(const char *path, const struct wishes *wishes, struct diag *unheard) {
    struct mapping mapping;
    if (!mapping_open(&mapping, path, (struct span){0}, unheard))
        return true;
    bool found = mentions(mapping.bytes, wishes);
    mapping_close(&mapping);
    return found;
}

static void add_mission_files(struct loading *loading, const struct wishes *words) {
    struct arena *arena = loading->arena;
    struct str folder = path_join(arena, str_from(loading->request->folder), STR("missions"));
    struct diag *unheard = diag_new(arena);
    size_t count;
    struct str *found = folder_list(arena, folder.at, ".yaml", &count);
    for (size_t i = 0; i < count; i++)
        if (words->list.count > MOST_SEARCHED || file_mentions(found[i].at, words, unheard))
            files_add(loading->files, arena, found[i].at, FILE_MISSIONS);
}

static bool read_missions(struct loading *loading) {
    bool ministry = false;
    struct wishes wanted = missions_wanted(loading, &ministry), words = wanted;
    size_t from = loading->files->list.count;
    if (ministry) {
        words = (struct wishes){0};
        for (size_t i = 0; i < wanted.list.count; i++)
            wish_add(&words, loading->arena, wanted.list.at[i].id);
        wish_add(&words, loading->arena, STR("ministry"));
    }
    add_mission_files(loading, &words);
    files_read(loading->files, from);
    model_join(loading->model, loading->arena);
    for (size_t i = 0; i < wanted.list.count; i++)
        if (!mission_find(loading->model, wanted.list.at[i].id))
            return false;
    return true;
}

/* ---- the whole ---- */

static void add_shard(struct loading *loading) {
    struct shard shard = loading->request->shard;
    struct str base = str_from(loading->request->folder);
    if (shard.count == 0)
        return;
    size_t count;
    struct str folder = path_join(loading->arena, base, STR("releases"));
    struct str *found = folder_list(loading->arena, folder.at, ".yaml", &count);
    for (size_t i = 0; i < count; i++)
        if (shard_has(shard, path_name(found[i])))
            files_add(loading->files, loading->arena, found[i].at, FILE_RELEASES);
}

/* The words, the theme and what the command line names. */
static bool read_first(struct loading *loading) {
    const struct model_request *request = loading->request;
    struct str labels = in_folder(loading, STR(""), STR("labels"));
    if (file_exists(labels.at))
        files_add(loading->files, loading->arena, labels.at, FILE_LABELS);
    if (request->theme) {
        struct str name = str_from(request->theme);
        struct str stem = str_equal(name, STR("classic"))
                              ? STR("theme")
                              : str_join(loading->arena, STR("theme-"), name);
        struct str path = in_folder(loading, STR(""), stem);
        if (str_find(name, STR("/")) != SIZE_MAX || !file_exists(path.at))
            return false;
        files_add(loading->files, loading->arena, path.at, FILE_THEME);
    }
    add_shard(loading);
    files_add_named(loading->files, request, loading->arena);
    files_read(loading->files, 0);
    return true;
}

struct model *print_load(const struct model_request *request, struct arena *arena) {
    struct loading loading = {request, arena, arena_make(arena, struct model, 1),
                              arena_make(arena, struct model_files, 1)};
    if (!request->folder)
        return NULL;
    loading.model->folder = str_from(request->folder);
    loading.model->files = loading.files;
    loading.model->partial = true;
    files_prepare(loading.files, request->jobs, arena);
    if (read_first(&loading) && read_releases(&loading) && read_missions(&loading) &&
        (!request->theme || theme_find(loading.model, str_from(request->theme))))
        return loading.model;
    model_free(loading.model);
    return NULL;
}
