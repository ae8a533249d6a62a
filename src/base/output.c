/* Output that replaces its target in one step (POSIX rename), so that no reader and no crash ever
 * leaves half a file. */
#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER_SIZE = 64 * 1024, NAME_TRIES = 1000 };

struct file_output {
    const char *path;      /* as the caller gave it, for messages */
    const char *target;    /* what is replaced: `path` with its symbolic links followed */
    const char *temporary; /* NULL when the target is written to directly: "-", a device, a pipe */
    int file;
    int error; /* the first failure */
    size_t pending;
    char *buffer;
    struct arena *memory; /* of the buffer, until it is closed */
    struct digester digester;
};

static void fault(const char *path, int error, struct diag *diag) {
    const char *hint = NULL;
    if (error == ENOSPC || error == EDQUOT)
        hint = "make room on the disk and run again; an earlier output is unchanged";
    else if (error == EACCES || error == EROFS || error == EPERM)
        hint = "write to a folder in which you may create files";
    else if (error == ENOENT || error == ENOTDIR)
        hint = "make the folder first";
    bool standard = strcmp(path, "-") == 0;
    diag_fault(diag, (struct span){standard ? NULL : path, 0, 0}, hint, "cannot write %s: %s",
               standard ? "to standard output" : path, strerror(error));
}

static const char *link_target(struct arena *arena, const char *path) {
    char *resolved = realpath(path, NULL);
    if (!resolved)
        return path;
    const char *copy = str_copy(arena, str_from(resolved)).at;
    free(resolved);
    return copy;
}

/* A new file beside the target, whose name no other process uses. */
static int open_temporary(struct file_output *output, struct arena *arena) {
    struct str target = str_from(output->target), folder = path_folder(target);
    for (int i = 0; i < NAME_TRIES; i++) {
        struct str name =
            str_print(arena, ".%.*s.%ld-%d.part", STR_ARGS(path_name(target)), (long)getpid(), i);
        output->temporary = path_join(arena, folder, name).at;
        int file = open(output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file >= 0 || errno != EEXIST)
            return file;
    }
    return -1;
}

static int open_target(struct file_output *output, struct arena *arena) {
    if (strcmp(output->path, "-") == 0)
        return STDOUT_FILENO;
    struct stat status;
    bool exists = stat(output->path, &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    if (exists && !S_ISREG(status.st_mode))
        return open(output->path, O_WRONLY | O_CLOEXEC);
    output->target = exists ? link_target(arena, output->path) : output->path;
    int file = open_temporary(output, arena);
    if (file >= 0 && exists && fchmod(file, status.st_mode & 0777) != 0)
        output->error = errno;
    return file;
}

struct file_output *file_output_open(struct arena *arena, const char *path, struct diag *diag) {
    struct file_output *output = arena_make(arena, struct file_output, 1);
    output->path = path;
    output->file = open_target(output, arena);
    if (output->file < 0) {
        fault(path, errno, diag);
        return NULL;
    }
    output->memory = arena_new();
    output->buffer = arena_alloc(output->memory, BUFFER_SIZE);
    return output;
}

static bool write_through(struct file_output *output, const char *bytes, size_t length) {
    while (length && output->error == 0) {
        ssize_t written = write(output->file, bytes, length);
        if (written < 0 && errno != EINTR)
            output->error = errno;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
    return output->error == 0;
}

static bool flush(struct file_output *output) {
    size_t pending = output->pending;
    output->pending = 0;
    return write_through(output, output->buffer, pending);
}

struct digest file_output_digest(const struct file_output *output) {
    return digester_end(&output->digester);
}

bool file_output_write(struct file_output *output, const void *bytes, size_t length) {
    digester_add(&output->digester, (struct str){bytes, length});
    if (length > BUFFER_SIZE - output->pending && !flush(output))
        return false;
    if (length >= BUFFER_SIZE)
        return write_through(output, bytes, length);
    if (length)
        memcpy(output->buffer + output->pending, bytes, length);
    output->pending += length;
    return output->error == 0;
}

/* What only an open output needs. */
static void release(struct file_output *output) {
    output->file = -1;
    arena_free(output->memory);
    output->memory = NULL;
    output->buffer = NULL;
}

static void keep_error(struct file_output *output, int result) {
    if (result != 0 && output->error == 0)
        output->error = errno;
}

/* Closes; false when anything failed until now. */
static bool close_output(struct file_output *output, bool sync) {
    if (output->file >= 0) {
        flush(output);
        if (sync && output->temporary && output->error == 0)
            keep_error(output, fsync(output->file));
        if (output->file != STDOUT_FILENO)
            keep_error(output, close(output->file));
    }
    release(output);
    return output->error == 0;
}

bool file_output_holds(const struct file_output *output, struct diag *diag) {
    if (output->error)
        fault(output->path, output->error, diag);
    return output->error == 0;
}

bool file_output_seal(struct file_output *output, struct diag *diag) {
    if (!close_output(output, false))
        fault(output->path, output->error, diag);
    return output->error == 0;
}

/* All of the file system at once takes a hundredth of the time of each file by itself. */
bool file_outputs_sync(const char *folder, struct diag *diag) {
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int error = file < 0 || syncfs(file) != 0 ? errno : 0;
    if (file >= 0)
        close(file);
    if (error)
        fault(folder, error, diag);
    return error == 0;
}

bool file_output_finish(struct file_output *output, struct diag *diag) {
    if (close_output(output, true) && output->temporary)
        keep_error(output, rename(output->temporary, output->target));
    if (output->error == 0)
        return true;
    if (output->temporary)
        unlink(output->temporary);
    fault(output->path, output->error, diag);
    return false;
}

void file_output_abandon(struct file_output *output) {
    if (output->file >= 0 && output->file != STDOUT_FILENO)
        close(output->file);
    release(output);
    if (output->temporary)
        unlink(output->temporary);
}
