#include "base/file.h"
#include "base/array.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Maps an open file; an error number or 0. An empty file cannot be mapped and needs no mapping. */
static int map_file(int file, struct str *bytes) {
    struct stat status;
    if (fstat(file, &status) != 0)
        return errno;
    if (S_ISDIR(status.st_mode))
        return EISDIR;
    if (!S_ISREG(status.st_mode))
        return ENODEV;
    *bytes = STR("");
    if (status.st_size == 0)
        return 0;
    void *at = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (at == MAP_FAILED)
        return errno;
    *bytes = (struct str){at, (size_t)status.st_size};
    return 0;
}

static const char *read_hint(int error) {
    switch (error) {
    case ENOENT:
        return "check the name; it is relative to the folder the program runs in";
    case EACCES:
        return "give yourself the right to read it";
    case EISDIR:
    case ENODEV:
        return "name a file";
    default:
        return NULL;
    }
}

bool mapping_open(struct mapping *mapping, const char *path, struct span span, struct diag *diag) {
    *mapping = (struct mapping){STR("")};
    int file = open(path, O_RDONLY | O_CLOEXEC);
    int error = file < 0 ? errno : map_file(file, &mapping->bytes);
    if (file >= 0)
        close(file);
    if (error == 0)
        return true;
    if (!span.file)
        span = (struct span){path, 0, 0};
    diag_fault(diag, span, read_hint(error), "cannot read %s: %s", path, strerror(error));
    return false;
}

void mapping_close(struct mapping *mapping) {
    if (mapping->bytes.length)
        munmap((void *)(uintptr_t)mapping->bytes.at, mapping->bytes.length);
    *mapping = (struct mapping){STR("")};
}

void mapping_forget(const struct mapping *mapping) {
    if (mapping->bytes.length)
        madvise((void *)(uintptr_t)mapping->bytes.at, mapping->bytes.length, MADV_DONTNEED);
}

bool file_digest(const char *path, struct digest *digest) {
    struct mapping mapping = {STR("")};
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool mapped = file >= 0 && map_file(file, &mapping.bytes) == 0;
    if (file >= 0)
        close(file);
    if (mapped)
        *digest = digest_of(mapping.bytes);
    mapping_close(&mapping);
    return mapped;
}

bool file_exists(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

bool folder_exists(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Most file systems tell the kind with the name. */
static bool is_file(const struct dirent *entry, struct str path) {
    return entry->d_type == DT_REG ||
           ((entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN) && file_exists(path.at));
}

static int by_bytes(const void *a, const void *b) {
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

struct str *folder_list(struct arena *arena, const char *folder, const char *suffix,
                        size_t *count) {
    ARRAY(struct str) names = {0};
    DIR *entries = opendir(folder);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        struct str name = str_from(entry->d_name);
        if (name.at[0] == '.' || !str_ends(name, str_from(suffix)))
            continue;
        struct str path = path_join(arena, str_from(folder), name);
        if (is_file(entry, path))
            array_push(&names, arena, path);
    }
    if (entries)
        closedir(entries);
    if (names.count)
        qsort(names.at, names.count, sizeof *names.at, by_bytes);
    *count = names.count;
    return names.at;
}

static bool make_one(const char *path) {
    if (mkdir(path, 0777) == 0)
        return true;
    if (errno == EEXIST && !folder_exists(path))
        errno = ENOTDIR;
    return errno == EEXIST;
}

bool folder_make(const char *path) {
    char *copy = strdup(path);
    if (!copy)
        memory_exhausted();
    bool made = true;
    for (char *slash = copy; made && *copy && (slash = strchr(slash + 1, '/'));) {
        *slash = 0;
        made = make_one(copy);
        *slash = '/';
    }
    made = made && (make_one(copy) || (errno == ENOENT && folder_exists(path)));
    int error = errno;
    free(copy);
    errno = error;
    return made;
}

struct str path_join(struct arena *arena, struct str folder, struct str name) {
    if (folder.length == 0 || str_starts(name, STR("/")))
        return str_copy(arena, name);
    const char *slash = str_ends(folder, STR("/")) ? "" : "/";
    return str_print(arena, "%.*s%s%.*s", STR_ARGS(folder), slash, STR_ARGS(name));
}

/* Where the last part of the path begins. */
static size_t name_start(struct str path) {
    size_t start = path.length;
    while (start && path.at[start - 1] != '/')
        start--;
    return start;
}

struct str path_folder(struct str path) {
    size_t start = name_start(path);
    if (start == 0)
        return STR(".");
    return str_part(path, 0, start > 1 ? start - 1 : 1);
}

struct str path_name(struct str path) {
    return str_part(path, name_start(path), SIZE_MAX);
}
