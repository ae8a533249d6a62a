/* JPEG decoded by libjpeg, for the press alone: the screen gets the file as it is. */
#include "pdf/images.h"
#include <jpeglib.h>
#include <setjmp.h>
#include <stdio.h>

struct failure {
    struct jpeg_error_mgr manager; /* first: libjpeg hands back a pointer to it */
    jmp_buf back;
};

static void fail(j_common_ptr jpeg) {
    struct failure *failure = (struct failure *)(void *)jpeg->err;
    longjmp(failure->back, 1);
}

static void be_silent(j_common_ptr jpeg) {
    (void)jpeg;
}

static void decode(struct jpeg_decompress_struct *jpeg, struct str file, uint8_t channels,
                   unsigned char *samples) {
    jpeg_mem_src(jpeg, (const unsigned char *)file.at, file.length);
    jpeg_read_header(jpeg, TRUE);
    jpeg->out_color_space = channels == 4 ? JCS_CMYK : channels == 3 ? JCS_RGB : JCS_GRAYSCALE;
    jpeg_start_decompress(jpeg);
    size_t row = (size_t)jpeg->output_width * channels;
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW at = samples + row * jpeg->output_scanline;
        jpeg_read_scanlines(jpeg, &at, 1);
    }
    jpeg_finish_decompress(jpeg);
}

static void invert(unsigned char *samples, size_t size) {
    for (size_t i = 0; i < size; i++)
        samples[i] = (unsigned char)(255 - samples[i]);
}

const char *jpeg_samples(struct str file, struct image_data *image, struct arena *arena) {
    size_t size = (size_t)image->width * image->height * image->channels;
    if (size > IMAGE_MOST_BYTES)
        return "it is too large to decode";
    unsigned char *samples = arena_alloc(arena, size);
    struct failure *failure = arena_make(arena, struct failure, 1);
    struct jpeg_decompress_struct *jpeg = arena_make(arena, struct jpeg_decompress_struct, 1);
    jpeg->err = jpeg_std_error(&failure->manager);
    failure->manager.error_exit = fail;
    failure->manager.output_message = be_silent;
    if (setjmp(failure->back)) {
        jpeg_destroy_decompress(jpeg);
        return "it is damaged";
    }
    jpeg_create_decompress(jpeg);
    decode(jpeg, file, image->channels, samples);
    jpeg_destroy_decompress(jpeg);
    if (image->inverted)
        invert(samples, size);
    image->inverted = false;
    image->filter = NULL;
    image->bytes = (struct str){(const char *)samples, size};
    return NULL;
}
