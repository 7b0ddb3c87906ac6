// The one thing the page cannot know by itself: under which address it is reached.
document.getElementById('address').textContent = location.origin;
