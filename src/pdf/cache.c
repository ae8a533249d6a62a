#include "pdf/cache.h"
#include "base/file.h"
#include "pdf/profile.h"

#include <stdlib.h>

/* Of rows, where a seventh less takes a fortieth of the time of a directory. */
enum { ROW_LEVEL = 4 };

struct pdf_cache {
    struct deflater *deflater, *rows;
    int level, row_level;
    struct buffer path, profile; /* where it is from, and its bytes compressed */
};

struct pdf_cache *pdf_cache_new(void) {
    struct pdf_cache *cache = calloc(1, sizeof *cache);
    if (!cache)
        memory_exhausted();
    return cache;
}

void pdf_cache_free(struct pdf_cache *cache) {
    if (!cache)
        return;
    deflater_free(cache->deflater);
    deflater_free(cache->rows);
    buffer_free(&cache->path);
    buffer_free(&cache->profile);
    free(cache);
}

struct deflater *cache_deflater(struct pdf_cache *cache, int level) {
    if (cache->deflater && cache->level == level)
        return cache->deflater;
    deflater_free(cache->deflater);
    cache->deflater = deflater_new(level);
    cache->level = level;
    cache->path.length = 0; /* the profile is of the other level */
    return cache->deflater;
}

struct deflater *cache_row_deflater(struct pdf_cache *cache, int level) {
    level = level > ROW_LEVEL ? level : ROW_LEVEL;
    if (cache->rows && cache->row_level == level)
        return cache->rows;
    deflater_free(cache->rows);
    cache->rows = deflater_new(level);
    cache->row_level = level;
    return cache->rows;
}

static void keep_profile(struct pdf_cache *cache, const char *path, struct str bytes) {
    cache->path.length = cache->profile.length = 0;
    buffer_text(&cache->path, path);
    deflate_append(cache->deflater, bytes, &cache->profile);
}

struct str cache_profile(struct pdf_cache *cache, const char *path, bool rgb, struct diag *diag) {
    struct mapping mapping;
    if (str_equal(buffer_view(&cache->path), str_from(path)))
        return buffer_view(&cache->profile);
    if (!mapping_open(&mapping, path, (struct span){0}, diag))
        return STR("");
    bool good = !rgb || profile_is_rgb(mapping.bytes);
    if (good)
        keep_profile(cache, path, mapping.bytes);
    else
        diag_fault(diag, (struct span){path, 0, 0}, "use the sRGB profile of data/profiles",
                   "%s is no RGB profile", path);
    mapping_close(&mapping);
    return good ? buffer_view(&cache->profile) : STR("");
}
