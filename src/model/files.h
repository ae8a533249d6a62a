/* Which files make the model, what each holds, and the memory behind them. */
#ifndef MODEL_FILES_H
#define MODEL_FILES_H

#include "base/array.h"
#include "base/digest.h"
#include "model/index.h"
#include "model/model.h"

enum file_kind {
    FILE_MISSIONS,
    FILE_RELEASES, /* one release or a list */
    FILE_BULLETIN,
    FILE_DIRECTORY,
    FILE_THEME,
    FILE_LABELS,
    FILE_ANY /* named on the command line: its content tells */
};

/* What of the model a file adds to. */
enum part {
    PART_MISSIONS,
    PART_RELEASES,
    PART_BULLETINS,
    PART_DIRECTORIES,
    PART_THEMES,
    PART_LABELS,
    PARTS /* nothing */
};

struct data_file {
    const char *path;
    struct digest digest; /* of its bytes */
    enum file_kind kind;
    enum part part;
    struct list items;   /* of `part` */
    struct list sources; /* beside missions */
    struct diag *diag;
};

/* A file by another name: that of the command line, or one that is the same for all its names. */
struct file_name {
    struct str name; /* first: the key in a table */
    const char *path;
};

/* The bytes of a file by its path, which spans point at. */
struct file_digest {
    struct str path; /* first: the key in a table */
    struct digest digest;
};

struct model_files {
    ARRAY(struct data_file)
    list;                    /* labels and themes, then folder by folder, then what was named */
    struct file_name *named; /* as on the command line */
    struct id_table named_table;
    struct file_digest *digests; /* one a file of the list */
    struct id_table digest_table;
    struct arena **arenas; /* one a worker; the first is the model's own */
    struct arena **lists;  /* one a worker, of the records of each file until they are joined */
    unsigned arena_count;
};

/* The folders of the data that are read. */
const char *const *files_folders(size_t *count);
/* Whether a file of this name is read beside them. */
bool files_takes_top(struct str name);

/* Lists the files of a request, each once, however often and by whichever name it is named. */
void files_find(struct model_files *files, const struct model_request *request,
                struct arena *arena);
/* One file more, and those of the command line that are not on the list yet. */
void files_add(struct model_files *files, struct arena *arena, const char *path,
               enum file_kind kind);
void files_add_named(struct model_files *files, const struct model_request *request,
                     struct arena *arena);

#endif
