/* Reads the files of a request on all cores and joins them in their order. */
#include "model/load.h"
#include "model/roots.h"
#include "model/strays.h"

#include "base/file.h"
#include "base/workers.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- reading one file ---- */

static bool has(const struct node *root, const char *key) {
    return node_find(root, str_from(key)) != NULL;
}

/* How many keys of the mapping are fields of the record. */
static size_t known_keys(const struct record *record, const struct node *root) {
    size_t count = 0;
    for (size_t i = 0; i < record->count; i++)
        count += has(root, record->fields[i].name);
    return count;
}

/* What a file is that lies nowhere in particular: that whose keys it has the most of. */
static enum file_kind kind_of(const struct node *root) {
    static const struct {
        const struct record *record;
        enum file_kind kind;
    } candidates[] = {{&mission_file_record, FILE_MISSIONS}, {&release_file_record, FILE_RELEASES},
                      {&release_record, FILE_RELEASES},      {&bulletin_record, FILE_BULLETIN},
                      {&directory_record, FILE_DIRECTORY},   {&theme_record, FILE_THEME}};
    enum file_kind kind = FILE_ANY;
    size_t most = 0;
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        size_t count = known_keys(candidates[i].record, root);
        if (count > most) {
            most = count;
            kind = candidates[i].kind;
        }
    }
    return kind;
}

struct reading {
    struct data_file *file;
    const struct node *root;
    struct arena *lists;
    struct pool *pool; /* of the worker's arena */
};

/* A file of lists. */
static void *read_lists(const struct reading *reading, const struct record *record) {
    void *out = arena_alloc(reading->lists, record->size);
    schema_read_apart(record, reading->root, out, reading->lists, reading->pool,
                      reading->file->diag);
    return out;
}

/* The record that the root is, as a list of one. */
static void read_one(const struct reading *reading, const struct record *record, enum part part) {
    void *out = arena_alloc(reading->lists, record->size);
    schema_read_apart(record, reading->root, out, reading->pool->arena, reading->pool,
                      reading->file->diag);
    reading->file->part = part;
    reading->file->items = (struct list){.at = out, .count = 1};
}

static void read_missions(const struct reading *reading) {
    const struct mission_file *root = read_lists(reading, &mission_file_record);
    reading->file->part = PART_MISSIONS;
    reading->file->items = (struct list){root->missions.at, root->missions.count, root->span};
    reading->file->sources = (struct list){root->sources.at, root->sources.count, root->span};
}

static void read_releases(const struct reading *reading) {
    if (!has(reading->root, "releases")) {
        read_one(reading, &release_record, PART_RELEASES);
        return;
    }
    const struct release_file *root = read_lists(reading, &release_file_record);
    reading->file->part = PART_RELEASES;
    reading->file->items = (struct list){root->releases.at, root->releases.count, root->span};
}

static void read_labels(const struct reading *reading) {
    const struct label_file *root = read_lists(reading, &label_file_record);
    reading->file->part = PART_LABELS;
    reading->file->items = (struct list){root->labels.at, root->labels.count, root->span};
}

/* "theme.yaml" is "classic", "theme-large.yaml" is "large". */
static struct str theme_name(const char *path) {
    struct str name = path_name(str_from(path));
    name = str_part(name, 0, str_find(name, STR(".yaml")));
    if (str_starts(name, STR("theme")))
        name = str_part(name, strlen("theme"), SIZE_MAX);
    if (str_starts(name, STR("-")))
        name = str_part(name, 1, SIZE_MAX);
    return name.length ? name : STR("classic");
}

static void read_theme(const struct reading *reading) {
    read_one(reading, &theme_record, PART_THEMES);
    struct theme *theme = reading->file->items.at;
    if (theme->name.text.length == 0)
        theme->name = (struct string){
            str_copy(reading->pool->arena, theme_name(reading->file->path)), theme->span};
}

/* Files that are one record lack all of it when they are empty: one fault says so. */
static bool lacks_record(const struct node *root, enum file_kind kind) {
    return root->kind == NODE_MAPPING && root->count == 0 && kind != FILE_MISSIONS &&
           kind != FILE_LABELS && kind != FILE_ANY;
}

static void read_root(const struct reading *reading) {
    struct data_file *file = reading->file;
    enum file_kind kind = file->kind == FILE_ANY ? kind_of(reading->root) : file->kind;
    if (lacks_record(reading->root, kind)) {
        diag_fault(file->diag, reading->root->span, "write its fields, or remove the file",
                   "the file is empty");
        return;
    }
    switch (kind) {
    case FILE_MISSIONS:
        read_missions(reading);
        break;
    case FILE_RELEASES:
        read_releases(reading);
        break;
    case FILE_LABELS:
        read_labels(reading);
        break;
    case FILE_BULLETIN:
        read_one(reading, &bulletin_record, PART_BULLETINS);
        break;
    case FILE_DIRECTORY:
        read_one(reading, &directory_record, PART_DIRECTORIES);
        break;
    case FILE_THEME:
        read_theme(reading);
        break;
    case FILE_ANY:
        diag_fault(file->diag, reading->root->span,
                   "a release has `title`, `date`, `language` and `body`, a bulletin `number`, "
                   "`from` and `to`, a directory `title` and `as_of`, a theme `grid` and `roles`; "
                   "others have `missions` or `releases`",
                   "the file is none that can be read: no key of its root is known");
        break;
    }
}

static struct arena *worker_arena(struct arena **arenas, unsigned worker) {
    if (!arenas[worker])
        arenas[worker] = arena_new();
    return arenas[worker];
}

/* What is read together, from file number `from` on. */
struct range {
    struct model_files *files;
    size_t from;
    struct arena **trees; /* one a worker, of the file in hand */
    struct pool *pools;   /* one a worker */
};

static void read_file(void *context, size_t index, unsigned worker) {
    const struct range *range = context;
    struct data_file *file = &range->files->list.at[range->from + index];
    struct arena *tree = worker_arena(range->trees, worker);
    struct reading reading = {.file = file,
                              .lists = worker_arena(range->files->lists, worker),
                              .pool = &range->pools[worker]};
    reading.pool->arena = worker_arena(range->files->arenas, worker);
    reading.pool->scratch = tree;
    file->diag = diag_new(reading.pool->arena);
    struct mapping mapping;
    if (!mapping_open(&mapping, file->path, (struct span){0}, file->diag))
        return;
    file->digest = digest_of(mapping.bytes);
    struct arena_mark mark = arena_mark(tree);
    reading.root = yaml_read(tree, file->path, mapping.bytes, file->diag);
    mapping_close(&mapping);
    if (reading.root)
        read_root(&reading);
    pool_forget(reading.pool);
    arena_rewind(tree, mark);
}

/* ---- joining them ---- */

static const struct list *file_list(const struct data_file *file, enum part part) {
    static const struct list none = {0};
    return file->part == part ? &file->items : &none;
}

/* All records of a part in the order of the files. */
static void *join(const struct model_files *files, struct arena *arena, enum part part, size_t size,
                  size_t *count) {
    *count = 0;
    for (size_t i = 0; i < files->list.count; i++)
        *count += file_list(&files->list.at[i], part)->count;
    if (*count == 0)
        return NULL;
    char *all = arena_calloc(arena, *count, size), *end = all;
    for (size_t i = 0; i < files->list.count; i++) {
        const struct list *list = file_list(&files->list.at[i], part);
        if (list->count)
            memcpy(end, list->at, list->count * size);
        end += list->count * size;
    }
    return all;
}

#define JOIN(files, arena, part, list)                                                             \
    ((list).at = join((files), (arena), (part), sizeof *(list).at, &(list).count))

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

static void join_sources(struct model *model, struct arena *arena) {
    ARRAY(struct source) all = {0};
    for (size_t i = 0; i < model->files->list.count; i++) {
        const struct list *list = &model->files->list.at[i].sources;
        const struct source *sources = list->at;
        for (size_t k = 0; k < list->count; k++)
            array_push(&all, arena, sources[k]);
    }
    if (all.count)
        qsort(all.at, all.count, sizeof *all.at, compare_sources);
    model->sources = (struct sources){all.at, all.count};
}

static void join_all(struct model *model, struct arena *arena) {
    const struct model_files *files = model->files;
    JOIN(files, arena, PART_MISSIONS, model->missions);
    JOIN(files, arena, PART_RELEASES, model->releases);
    JOIN(files, arena, PART_BULLETINS, model->bulletins);
    JOIN(files, arena, PART_DIRECTORIES, model->directories);
    JOIN(files, arena, PART_THEMES, model->themes);
    JOIN(files, arena, PART_LABELS, model->labels);
    join_sources(model, arena);
    labels_complete(&model->labels, arena);
}

static void index_digests(struct model_files *files, struct arena *arena) {
    size_t count = files->list.count;
    files->digests = arena_make(arena, struct file_digest, count);
    for (size_t i = 0; i < count; i++) {
        const struct data_file *file = &files->list.at[i];
        files->digests[i] = (struct file_digest){str_from(file->path), file->digest};
    }
    id_table_fill(&files->digest_table, arena, files->digests, count, sizeof *files->digests);
}

static void index_model(struct model *model, struct arena *arena) {
    struct model_index *index = model->index = arena_make(arena, struct model_index, 1);
#define FILL(list)                                                                                 \
    id_table_fill(&index->list, arena, model->list.at, model->list.count, sizeof *model->list.at)
    FILL(missions);
    FILL(sources);
    FILL(releases);
    FILL(bulletins);
    FILL(directories);
    FILL(themes);
#undef FILL
}

void model_join(struct model *model, struct arena *arena) {
    join_all(model, arena);
    index_model(model, arena);
    index_digests(model->files, arena);
}

/* Numbers of workers are below `jobs` (base/workers.h). */
void files_prepare(struct model_files *files, unsigned jobs, struct arena *arena) {
    files->arena_count = jobs ? jobs : workers_cores();
    files->arenas = arena_make(arena, struct arena *, files->arena_count);
    files->lists = arena_make(arena, struct arena *, files->arena_count);
    files->arenas[0] = arena;
}

void files_read(struct model_files *files, size_t from) {
    enum { WORTH_A_THREAD = 4 };
    struct arena *arena = files->arenas[0];
    struct range range = {files, from, arena_make(arena, struct arena *, files->arena_count),
                          arena_make(arena, struct pool, files->arena_count)};
    size_t count = files->list.count - from;
    size_t jobs = count / WORTH_A_THREAD + 1;
    if (jobs > files->arena_count)
        jobs = files->arena_count;
    workers_run((unsigned)jobs, count, read_file, &range);
    for (size_t i = 0; i < jobs; i++)
        arena_free(range.trees[i]);
}

static struct model *read_all(const struct model_request *request, struct arena *arena) {
    struct model *model = arena_make(arena, struct model, 1);
    model->folder = str_from(request->folder);
    model->files = arena_make(arena, struct model_files, 1);
    files_find(model->files, request, arena);
    files_prepare(model->files, request->jobs, arena);
    files_read(model->files, 0);
    model_join(model, arena);
    return model;
}

static void forget_lists(struct model_files *files) {
    for (unsigned i = 0; i < files->arena_count; i++) {
        arena_free(files->lists[i]);
        files->lists[i] = NULL;
    }
}

struct model *model_load(const struct model_request *request, struct arena *arena,
                         struct diag *diag) {
    if (request->folder && !folder_exists(request->folder))
        diag_fault(diag, (struct span){.file = request->folder}, "name the folder with --data",
                   "there is no such folder");
    struct model *model = request->print_only ? print_load(request, arena) : NULL;
    if (!model) {
        model = read_all(request, arena);
        if (request->folder)
            strays_report(request->folder, arena, diag);
    }
    for (size_t i = 0; i < model->files->list.count; i++)
        diag_merge(diag, model->files->list.at[i].diag);
    forget_lists(model->files);
    return model;
}

void model_free(struct model *model) {
    forget_lists(model->files);
    for (unsigned i = 1; i < model->files->arena_count; i++)
        arena_free(model->files->arenas[i]);
}
