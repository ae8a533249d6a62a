#include "base/file.h"
#include "unit/check.h"
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *arena;
static char folder[] = "/tmp/attache-unit-XXXXXX";

static const char *in_folder(const char *name) {
    return path_join(arena, str_from(folder), str_from(name)).at;
}

static struct str content(const char *path) {
    struct mapping mapping;
    if (!mapping_open(&mapping, path, (struct span){0}, diag_new(arena)))
        return STR("(none)");
    struct str copy = str_copy(arena, mapping.bytes);
    mapping_close(&mapping);
    return copy;
}

static bool put(const char *path, const char *text, struct diag *diag) {
    struct file_output *output = file_output_open(arena, path, diag);
    return output && file_output_write(output, text, strlen(text)) &&
           file_output_finish(output, diag);
}

static size_t files_left(void) {
    size_t count;
    folder_list(arena, folder, "", &count);
    return count;
}

static void test_replace(struct diag *diag) {
    const char *path = in_folder("a.txt");
    CHECK(put(path, "old", diag));
    struct file_output *output = file_output_open(arena, path, diag);
    file_output_write(output, "new", 3);
    CHECK_STR(content(path), "old"); /* until all is written */
    file_output_abandon(output);
    CHECK_STR(content(path), "old");
    CHECK(put(path, "new", diag));
    CHECK_STR(content(path), "new");
    CHECK(symlink(path, in_folder("link.txt")) == 0 && put(in_folder("link.txt"), "newer", diag));
    CHECK_STR(content(path), "newer"); /* the link stays a link */
    CHECK(diag_faults(diag) == 0);
}

static void test_seal(struct diag *diag) {
    const char *path = in_folder("a.txt"), *other = in_folder("b.txt");
    CHECK(put(path, "old", diag));
    struct file_output *kept = file_output_open(arena, path, diag);
    struct file_output *dropped = file_output_open(arena, other, diag);
    file_output_write(kept, "newer", 5);
    file_output_write(dropped, "newer", 5);
    CHECK(file_output_seal(kept, diag) && file_output_seal(dropped, diag));
    CHECK_STR(content(path), "old"); /* until it is finished */
    file_output_abandon(dropped);
    CHECK(file_output_finish(kept, diag));
    CHECK_STR(content(path), "newer");
    CHECK(!file_exists(other) && diag_faults(diag) == 0);
}

/* A limit on the size of files stands for the full disk. */
static void test_full_disk(void) {
    struct diag *diag = diag_new(arena);
    const char *path = in_folder("a.txt");
    static char much[1 << 20];
    struct rlimit old, limit;
    getrlimit(RLIMIT_FSIZE, &old);
    limit = (struct rlimit){100000, old.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
    struct file_output *output = file_output_open(arena, path, diag);
    for (size_t i = 0; i + 1000 <= sizeof much; i += 1000)
        file_output_write(output, much + i, 1000);
    CHECK(!file_output_finish(output, diag));
    setrlimit(RLIMIT_FSIZE, &old);
    CHECK(diag_faults(diag) == 1);
    CHECK_STR(content(path), "newer");
    CHECK(files_left() == 2); /* a.txt and its link */
}

static void test_failures(void) {
    struct diag *diag = diag_new(arena);
    CHECK(!put("/dev/full", "x", diag));
    CHECK(!put(in_folder("no/such/folder.txt"), "x", diag));
    CHECK(!put(folder, "x", diag));
    CHECK(diag_faults(diag) == 3);
    struct mapping mapping;
    CHECK(!mapping_open(&mapping, folder, (struct span){0}, diag) && diag_faults(diag) == 4);
}

static void test_paths(struct diag *diag) {
    CHECK_STR(path_folder(STR("a/b.yaml")), "a");
    CHECK_STR(path_folder(STR("b.yaml")), ".");
    CHECK_STR(path_folder(STR("/b.yaml")), "/");
    CHECK_STR(path_name(STR("a/b.yaml")), "b.yaml");
    CHECK_STR(path_join(arena, STR("a/"), STR("b")), "a/b");
    CHECK_STR(path_join(arena, STR("a"), STR("/b")), "/b");
    CHECK(folder_make(in_folder("one/two/three")) && folder_exists(in_folder("one/two/three")));
    CHECK(folder_make(in_folder("one/two")) && !folder_make(in_folder("a.txt/below")));
    CHECK(put(in_folder("one/b.yaml"), "", diag) && put(in_folder("one/a.yaml"), "", diag));
    CHECK(put(in_folder("one/.hidden.yaml"), "", diag) && put(in_folder("one/c.txt"), "", diag));
    size_t count;
    struct str *list = folder_list(arena, in_folder("one"), ".yaml", &count);
    CHECK(count == 2 && str_ends(list[0], STR("/one/a.yaml")));
    folder_list(arena, in_folder("none"), "", &count);
    CHECK(count == 0);
    CHECK_STR(content(in_folder("one/a.yaml")), "");
}

static void clean_up(void) {
    const char *const made[] = {"one/b.yaml", "one/a.yaml", "one/.hidden.yaml",
                                "one/c.txt",  "a.txt",      "link.txt"};
    const char *const folders[] = {"one/two/three", "one/two", "one", ""};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        unlink(in_folder(made[i]));
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        rmdir(in_folder(folders[i]));
    CHECK(!folder_exists(folder)); /* nothing else was left behind */
}

int main(void) {
    arena = arena_new();
    if (!mkdtemp(folder))
        return EXIT_FAILURE;
    struct diag *diag = diag_new(arena);
    test_replace(diag);
    test_seal(diag);
    test_full_disk();
    test_failures();
    test_paths(diag);
    clean_up();
    arena_free(arena);
    return check_end();
}
