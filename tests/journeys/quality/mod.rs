mod feedback;
