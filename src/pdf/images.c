#include "pdf/images.h"
#include "base/array.h"
#include "pdf/convert.h"
#include "pdf/map.h"
#include "pdf/number.h"
#include "pdf/profile.h"
#include "pdf/vector.h"
#include <string.h>

struct image {
    const struct picture *picture;
    uint32_t number;
    bool transparent;
};

struct images {
    struct arena *arena;
    ARRAY(struct image) list;
    size_t written; /* those before are */
    struct map by_path;
    struct map by_bytes; /* hash of a file that is written -> index in the list */
    struct map profiles; /* hash of an ICC profile -> object number */
};

struct images *images_new(struct arena *arena) {
    struct images *images = arena_make(arena, struct images, 1);
    images->arena = arena;
    return images;
}

/* The key under which the path is or will be: the next one when another path has its hash. */
static uint64_t key_of(const struct images *images, const struct picture *picture,
                       uint32_t *index) {
    uint64_t key = str_hash(str_from(picture->path));
    while ((*index = map_find(&images->by_path, key)) != UINT32_MAX &&
           strcmp(images->list.at[*index].picture->path, picture->path) != 0)
        key++;
    return key;
}

void images_collect(struct images *images, const struct picture *picture) {
    uint32_t index;
    uint64_t key = key_of(images, picture, &index);
    if (index != UINT32_MAX)
        return;
    map_add(&images->by_path, images->arena, key, (uint32_t)images->list.count);
    array_push(&images->list, images->arena, (struct image){.picture = picture});
}

uint32_t images_find(const struct images *images, const struct picture *picture) {
    uint32_t index;
    key_of(images, picture, &index);
    return index;
}

size_t images_count(const struct images *images) {
    return images->list.count;
}

uint32_t images_number(const struct images *images, uint32_t index) {
    return images->list.at[index].number;
}

bool images_transparent(const struct images *images, uint32_t index) {
    return images->list.at[index].transparent;
}

/* Pictures of one camera share a profile; it is written once. */
static uint32_t profile_number(struct images *images, struct writer *writer, struct str profile,
                               unsigned channels) {
    uint64_t key = str_hash(profile);
    uint32_t number = map_find(&images->profiles, key);
    if (number != UINT32_MAX)
        return number;
    number = writer_reserve(writer, 1);
    writer_put_deflated(writer, number, str_print(images->arena, "/N %u", channels), profile);
    map_add(&images->profiles, images->arena, key, number);
    return number;
}

static void put_colour_space(struct images *images, struct writer *writer,
                             const struct image_data *data, struct buffer *dict) {
    static const char *const device[] = {
        [1] = "/DeviceGray", [3] = "/DeviceRGB", [4] = "/DeviceCMYK"};
    uint8_t channels = data->palette.length ? 3 : data->channels;
    buffer_text(dict, "/ColorSpace");
    if (data->palette.length)
        buffer_text(dict, "[/Indexed");
    if (profile_fits(data->profile, channels))
        buffer_print(dict, "[/ICCBased %u 0 R]",
                     (unsigned)profile_number(images, writer, data->profile, channels));
    else
        buffer_text(dict, device[channels]);
    if (data->palette.length == 0)
        return;
    buffer_print(dict, " %zu<", data->palette.length / 3 - 1);
    for (size_t i = 0; i < data->palette.length; i++)
        buffer_print(dict, "%02X", (unsigned)(unsigned char)data->palette.at[i]);
    buffer_text(dict, ">]");
}

static void put_size(const struct image_data *data, struct buffer *dict) {
    buffer_print(dict, "/Type/XObject/Subtype/Image/Width %u/Height %u", (unsigned)data->width,
                 (unsigned)data->height);
}

static uint32_t write_alpha(struct writer *writer, const struct image_data *data) {
    struct buffer dict = {0};
    put_size(data, &dict);
    buffer_text(&dict, "/BitsPerComponent 8/ColorSpace/DeviceGray");
    uint32_t number = writer_reserve(writer, 1);
    writer_put_deflated(writer, number, buffer_view(&dict), data->alpha);
    buffer_free(&dict);
    return number;
}

static void write_data(struct images *images, struct image *image, const struct image_data *data,
                       struct writer *writer) {
    struct buffer dict = {0};
    put_size(data, &dict);
    buffer_print(&dict, "/BitsPerComponent %u", (unsigned)data->bits);
    put_colour_space(images, writer, data, &dict);
    if (data->inverted)
        buffer_text(&dict, "/Decode[1 0 1 0 1 0 1 0]");
    image->transparent = data->alpha.length > 0;
    if (image->transparent)
        buffer_print(&dict, "/SMask %u 0 R", (unsigned)write_alpha(writer, data));
    image->number = writer_reserve(writer, 1);
    if (data->filter) {
        buffer_text(&dict, data->filter);
        writer_put_stream(writer, image->number, buffer_view(&dict), data->bytes);
    } else {
        writer_put_deflated(writer, image->number, buffer_view(&dict), data->bytes);
    }
    writer_identify(writer, data->bytes);
    buffer_free(&dict);
}

/* Colours of a press without a profile mean nothing on a screen. */
static void warn_of_cmyk(const struct image *image, const struct image_data *data,
                         struct diag *diag) {
    if (data->channels == 4 && !profile_fits(data->profile, 4))
        diag_warn(diag, image->picture->span, "save it as RGB, or with its CMYK profile",
                  "%s has CMYK colours without a profile", image->picture->path);
}

/* ---- for the press ---- */

/* What the pictures of a document become on the way to a press. */
struct preparation {
    const struct document *document;
    const struct press_options *options;
    struct conversion *conversion;
    struct str press; /* the profile */
};

static uint8_t colours_of(const struct image_data *data) {
    return data->palette.length ? 3 : data->channels;
}

/* A profile that does not fit is none; inks by the profile of the press are those of the press. */
static void judge_profile(const struct preparation *preparation, struct image_data *data) {
    if (data->profile.length && (!profile_fits(data->profile, colours_of(data)) ||
                                 str_equal(data->profile, preparation->press)))
        data->profile = STR("");
}

static void tell_changes(const struct preparation *preparation, const struct picture *picture,
                         const struct image_data *data) {
    struct diag *diag = preparation->document->diag;
    if (data->alpha.length)
        diag_warn(diag, picture->span, "save it without transparency, on the ground it stands on",
                  "%s is transparent; a press prints it on white", picture->path);
    if (preparation->options->keep_pictures && data->profile.length == 0 && colours_of(data) == 3)
        diag_warn(diag, picture->span, "save it with its profile",
                  "%s has no profile of its own to keep; it is converted from sRGB", picture->path);
}

static const char *to_inks(const struct preparation *preparation, const struct picture *picture,
                           struct str file, struct image_data *data, struct arena *arena) {
    unsigned limit = preparation->options->ink_limit, ink = 0;
    bool kept =
        data->channels == 4 && (preparation->options->keep_pictures || !data->profile.length);
    struct image_data samples = *data;
    if (kept) /* only how much ink they are is asked */
        samples.profile = STR("");
    const char *wrong = picture->format == PICTURE_PNG ? png_samples(file, &samples, arena)
                                                       : jpeg_samples(file, &samples, arena);
    if (!wrong)
        wrong = conversion_picture(preparation->conversion, &samples, limit, &ink, arena);
    if (wrong)
        return wrong;
    if (ink > limit)
        diag_fault(preparation->document->diag, picture->span,
                   "separate it again with a lower limit of ink",
                   "%s has up to %u %% of ink; a press takes %u %%", picture->path, ink, limit);
    if (!kept)
        *data = samples;
    return NULL;
}

/* Grey passes as it is, inks of the press too, and all that keeps a profile of its own; nothing
 * stays transparent. */
static const char *prepare(const struct preparation *preparation, const struct picture *picture,
                           struct str file, struct image_data *data, struct arena *arena) {
    judge_profile(preparation, data);
    tell_changes(preparation, picture, data);
    bool grey = colours_of(data) == 1;
    bool kept =
        preparation->options->keep_pictures && data->profile.length && colours_of(data) == 3;
    if (!grey && !kept)
        return to_inks(preparation, picture, file, data, arena);
    picture_flatten(data, arena);
    return NULL;
}

/* ---- one and all ---- */

static const char *read_picture(const struct picture *picture, struct str file,
                                struct image_data *data, struct arena *arena) {
    return picture->format == PICTURE_PNG ? png_read(file, data, arena)
                                          : jpeg_read(file, data, arena);
}

/* The same file under another name is the same object. */
static bool is_written(struct images *images, struct image *image, struct str file) {
    uint64_t key = str_hash(file);
    uint32_t index = map_find(&images->by_bytes, key);
    if (index == UINT32_MAX) {
        map_add(&images->by_bytes, images->arena, key, (uint32_t)(image - images->list.at));
        return false;
    }
    image->number = images->list.at[index].number;
    image->transparent = images->list.at[index].transparent;
    return image->number != 0;
}

/* An emblem has been read before; what was wrong then was told then. */
static bool write_vector(struct image *image, struct str file, const struct document *document,
                         const struct preparation *preparation) {
    struct arena *scratch = arena_new();
    const char *wrong = NULL;
    const struct svg *svg = svg_read(file, image->picture->path, scratch, document->diag);
    if (svg)
        image->number = vector_write(document, svg, preparation ? preparation->conversion : NULL,
                                     preparation ? preparation->options->ink_limit : 0, &wrong);
    if (wrong)
        diag_fault(document->diag, image->picture->span, NULL, "cannot use %s: %s",
                   image->picture->path, wrong);
    arena_free(scratch);
    return svg && !wrong;
}

static bool write_image(struct images *images, struct image *image, const struct document *document,
                        const struct preparation *preparation) {
    const struct picture *picture = image->picture;
    struct mapping mapping;
    if (!mapping_open(&mapping, picture->path, picture->span, document->diag))
        return false;
    if (document->writer && is_written(images, image, mapping.bytes)) {
        mapping_close(&mapping);
        return true;
    }
    if (picture->format == PICTURE_SVG) {
        bool written = write_vector(image, mapping.bytes, document, preparation);
        mapping_close(&mapping);
        return written;
    }
    struct arena *scratch = arena_new();
    struct image_data data = {0};
    const char *wrong = read_picture(picture, mapping.bytes, &data, scratch);
    if (!wrong && preparation)
        wrong = prepare(preparation, picture, mapping.bytes, &data, scratch);
    if (wrong)
        diag_fault(document->diag, picture->span, "save the picture again as PNG or JPEG",
                   "cannot use %s: %s", picture->path, wrong);
    if (!wrong && !preparation)
        warn_of_cmyk(image, &data, document->diag);
    if (!wrong && document->writer)
        write_data(images, image, &data, document->writer);
    arena_free(scratch);
    mapping_close(&mapping);
    return !wrong;
}

static bool write_all(struct images *images, const struct document *document,
                      const struct preparation *preparation) {
    bool written = true;
    for (; images->written < images->list.count; images->written++)
        written = write_image(images, &images->list.at[images->written], document, preparation) &&
                  written;
    return written;
}

/* A profile of the press that cannot serve is told by press_check. */
static bool write_for_press(struct images *images, const struct document *document) {
    const struct press_options *options = document->options->press;
    struct mapping screen, press;
    struct span none = {0};
    const char *screen_path = document->options->screen_profile;
    if (!screen_path || images->written == images->list.count)
        return images->written == images->list.count;
    if (!mapping_open(&screen, screen_path, none, document->diag))
        return false;
    bool written = false;
    if (mapping_open(&press, options->profile, none, document->diag)) {
        struct conversion *conversion = conversion_new(screen.bytes, press.bytes);
        struct preparation preparation = {document, options, conversion, press.bytes};
        written = !profile_press_fault(press.bytes) && write_all(images, document, &preparation);
        conversion_free(conversion);
        mapping_close(&press);
    }
    mapping_close(&screen);
    return written;
}

bool images_write(struct images *images, const struct document *document) {
    return for_press(document) ? write_for_press(images, document)
                               : write_all(images, document, NULL);
}
